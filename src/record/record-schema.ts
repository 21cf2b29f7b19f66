import * as z from "zod/mini";
import type { EntryKind } from "./case-record.ts";
import { recordLimits } from "./record-limits.ts";

/** The structure of a record and of one entry. */
export interface RecordSchemas {
  readonly record: z.ZodMiniType;
  readonly entry: z.ZodMiniType;
}

let schemas: RecordSchemas | undefined;

/** Made on first use, so that an application which reads no record carries none of it. */
export function recordSchemas(): RecordSchemas {
  schemas ??= makeSchemas();
  return schemas;
}

function makeSchemas(): RecordSchemas {
  const code = z.string().check(z.minLength(1), z.maxLength(200));
  const codes = z.array(code).check(z.maxLength(recordLimits.codes));
  const prose = z.string().check(z.minLength(1), z.maxLength(10_000));
  const date = z.nullable(code);
  const told = z.string().check(z.maxLength(80), z.regex(/^\d+\.\d+\.\d+(\+[0-9A-Za-z.-]+)?$/));
  const semver = z.string().check(z.maxLength(40), z.regex(/^\d+\.\d+\.\d+$/));
  const hash = z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/));
  const provenance = { id: code, version: told, hash };

  const episode = z.strictObject({ id: code, personOfConcern: code, target: code, from: date, to: date });
  const assessment = z.strictObject({
    instrument: z.strictObject(provenance),
    answers: z.record(
      z.string().check(z.maxLength(60), z.regex(/^[a-z][a-z0-9_]*$/)),
      z.union([z.string().check(z.maxLength(200)), z.number()]),
    ),
    respondent: code,
    informationSources: codes,
    asOf: date,
    window: z.strictObject({ from: date, to: date }),
    result: z.unknown(),
    producedBy: z.strictObject({
      library: semver,
      function: code,
      rules: z.exactOptional(z.strictObject({ kind: z.enum(["typology", "profile"]), ...provenance })),
    }),
  });
  const reason = z.exactOptional(prose);
  const contents = {
    episode,
    referral: z.strictObject({
      agency: code,
      reference: z.exactOptional(code),
      decision: z.exactOptional(z.enum(["pending", "accepted", "declined", "redirected"])),
      reason,
    }),
    assessment,
    review: z.strictObject({
      of: code,
      judgement: code,
      agrees: z.enum(["yes", "in_part", "no"]),
      seen: codes,
      beforeResult: z.exactOptional(z.boolean()),
      reason,
    }),
    override: z.strictObject({
      of: code,
      part: code,
      from: code,
      to: code,
      scale: z.exactOptional(codes),
      reason,
      secondPerson: z.exactOptional(code),
    }),
    consultation: z.strictObject({ agency: code, about: z.exactOptional(codes) }),
    signposting: z.strictObject({ service: code, about: z.exactOptional(codes) }),
    management_step: z.strictObject({
      type: z.enum(["treatment", "management"]),
      step: code,
      status: z.enum(["planned", "begun", "done", "stopped", "refused"]),
      agency: z.exactOptional(code),
    }),
    monitoring: z.strictObject({ signs: codes, next: z.exactOptional(code) }),
    correction: z.strictObject({ reason: prose }),
    withdrawal: z.strictObject({ reason: prose }),
  } satisfies Record<EntryKind, z.ZodMiniType>;

  const statement = z.strictObject({
    says: prose,
    as: z.enum(["fact", "allegation", "opinion"]),
    source: code,
    confidence: z.exactOptional(z.enum(["low", "moderate", "high", "not_known"])),
  });
  /** A type, a step and what was seen belong to an episode; what stands in an entry's place has to name it. */
  const entryOf = <const Kind extends EntryKind>(kind: Kind, needs: "episode" | "supersedes" | "neither" = "neither") =>
    z.strictObject({
      id: code,
      kind: z.literal(kind),
      at: code,
      by: code,
      episode: needs === "episode" ? code : z.exactOptional(code),
      supersedes: needs === "supersedes" ? code : z.exactOptional(code),
      statements: z.exactOptional(z.array(statement).check(z.maxLength(recordLimits.statements))),
      content: contents[kind],
      previousDigest: z.exactOptional(hash),
      digest: z.exactOptional(hash),
    });
  const entry = z.discriminatedUnion("kind", [
    entryOf("episode"),
    entryOf("referral"),
    entryOf("assessment", "episode"),
    entryOf("review"),
    entryOf("override"),
    entryOf("consultation"),
    entryOf("signposting"),
    entryOf("management_step", "episode"),
    entryOf("monitoring", "episode"),
    entryOf("correction", "supersedes"),
    entryOf("withdrawal", "supersedes"),
  ]);
  const record = z.strictObject({
    schemaVersion: z.literal(1),
    id: code,
    createdAsOf: code,
    episodes: z.array(episode).check(z.maxLength(recordLimits.episodes)),
    entries: z.array(entry).check(z.maxLength(recordLimits.entries)),
  });
  return { record, entry };
}
