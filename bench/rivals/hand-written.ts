/**
 * What a good JavaScript developer would write by hand for this one form: three-valued logic with 0 false, 1 unknown,
 * 2 true, early ends, and no allocation but the result.
 */
export type Row = Readonly<Record<string, string | undefined>>;

export interface Typed {
  readonly kind: string;
  readonly type: string | null;
  readonly rejected: number;
  readonly resentful: number;
  readonly intimacy_seeker: number;
  readonly incompetent_suitor: number;
  readonly predatory: number;
}

function yn(answer: string | undefined): number {
  return answer === "yes" ? 2 : answer === "no" ? 0 : 1;
}

function min(a: number, b: number): number {
  return Math.min(a, b);
}

function max(a: number, b: number): number {
  return Math.max(a, b);
}

const typeNames = ["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"];

function aimOf(aim: string | undefined): number {
  switch (aim) {
    case "get_back":
    case "punish_ending":
      return 0;
    case "settle_wrong":
      return 1;
    case "live_bond":
      return 2;
    case "get_contact":
      return 3;
    case "sexual":
      return 4;
    default:
      return -1;
  }
}

function bondOf(row: Row): number {
  switch (row.prior_relationship) {
    case "former_intimate":
    case "current_intimate":
      return 2;
    case "public_role":
    case "stranger":
      return 0;
    case "brief_romantic":
    case "family":
    case "friend":
    case "work_study":
    case "professional":
    case "acquaintance":
      return yn(row.mutual_bond);
    default:
      return 1;
  }
}

/** Standings and outcome of one case. */
export function classifyByHand(row: Row): Typed {
  const bond = bondOf(row);
  const noBond = 2 - bond;
  const believes = yn(row.believes_bond);
  const rejected = bond === 0 ? 0 : min(bond, max(yn(row.wants_back), yn(row.punishes_ending)));
  const resentful = yn(row.other_grievance);
  const seeker = noBond === 0 ? 0 : min(noBond, believes);
  const suitor =
    noBond === 0 ? 0 : min(min(noBond, yn(row.wants_contact)), max(2 - believes, yn(row.knows_unreturned)));
  let predatory = yn(row.attack_preparation);
  if (predatory !== 2) {
    const drive = min(yn(row.sexual_drive), yn(row.watches_unseen));
    if (drive !== 0) {
      const sign = max(max(yn(row.sexual_acts), yn(row.sexual_offence_record)), 2 - yn(row.approaches_openly));
      predatory = max(predatory, min(drive, sign));
    }
  }
  const met =
    Number(rejected === 2) +
    Number(resentful === 2) +
    Number(seeker === 2) +
    Number(suitor === 2) +
    Number(predatory === 2);
  let kind = "insufficient";
  let type: string | null = null;
  if (row.adult === "no") kind = "out_of_scope";
  else if (met === 0) {
    if (rejected + resentful + seeker + suitor + predatory === 0) kind = "undetermined";
  } else if (met === 1) {
    kind = "single";
    type = typeNames[rejected === 2 ? 0 : resentful === 2 ? 1 : seeker === 2 ? 2 : suitor === 2 ? 3 : 4] as string;
  } else {
    const aim = aimOf(row.first_aim);
    const standing =
      aim === 0
        ? rejected
        : aim === 1
          ? resentful
          : aim === 2
            ? seeker
            : aim === 3
              ? suitor
              : aim === 4
                ? predatory
                : 0;
    if (standing === 2) {
      kind = "leading";
      type = typeNames[aim] as string;
    } else kind = "mixed";
  }
  return { kind, type, rejected, resentful, intimacy_seeker: seeker, incompetent_suitor: suitor, predatory };
}

/** The bytes of the columns: below 4 not known, then the option codes in their order. */
const yes = 4;
const no = 5;
const truth = (byte: number): number => (byte === yes ? 2 : byte === no ? 0 : 1);

/** The five standings of every case in byte columns, written into five columns of 0, 1, 2. */
export function standingsByHand(
  columns: Readonly<Record<string, Uint8Array>>,
  rows: number,
  out: readonly Uint8Array[],
): void {
  const column = (id: string) => columns[id] as Uint8Array;
  const prior = column("prior_relationship");
  const mutual = column("mutual_bond");
  const back = column("wants_back");
  const punish = column("punishes_ending");
  const grievance = column("other_grievance");
  const belief = column("believes_bond");
  const contact = column("wants_contact");
  const knows = column("knows_unreturned");
  const attack = column("attack_preparation");
  const drive = column("sexual_drive");
  const watches = column("watches_unseen");
  const acts = column("sexual_acts");
  const record = column("sexual_offence_record");
  const openly = column("approaches_openly");
  const [r, q, i, u, p] = out as readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  for (let row = 0; row < rows; row++) {
    const relation = prior[row] as number;
    const bond = relation < 4 ? 1 : relation < 6 ? 2 : relation > 11 ? 0 : truth(mutual[row] as number);
    const believes = truth(belief[row] as number);
    r[row] = min(bond, max(truth(back[row] as number), truth(punish[row] as number)));
    q[row] = truth(grievance[row] as number);
    i[row] = min(2 - bond, believes);
    u[row] = min(min(2 - bond, truth(contact[row] as number)), max(2 - believes, truth(knows[row] as number)));
    const sign = max(max(truth(acts[row] as number), truth(record[row] as number)), 2 - truth(openly[row] as number));
    p[row] = max(
      truth(attack[row] as number),
      min(min(truth(drive[row] as number), truth(watches[row] as number)), sign),
    );
  }
}
