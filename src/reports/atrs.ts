import { mustHave } from "../issues/index.ts";
import { type InstrumentCard, ownChoices } from "./card.ts";
import { basisWords } from "./codebook-pages.ts";
import { englishPhrases, type PhraseKey, type Phrases, sayer } from "./phrases.ts";
import { facts, heading, noticeBlock, type Printed } from "./printed.ts";

/**
 * The supplier's part of a record under the United Kingdom's Algorithmic Transparency Recording Standard, as a page.
 * What only the body that uses the form can say is named and left open. The headings follow version 3 of the Standard's
 * template as far as we know it; compare them with the version in force before publication.
 *
 * @example
 * atrsPage(instrumentCard(quickScreen)).blocks.length > 10; // => true
 */
export function atrsPage(card: InstrumentCard, phrases: Phrases = englishPhrases): Printed {
  mustHave(card, "facts", "card");
  const say = sayer(phrases);
  const { facts: of, instrument, rules } = card;
  const open = say("atrs.open");
  const named = (name: string, says: string) => [say(`atrs.${name}` as PhraseKey), says] as const;
  const levels = rules.filter(({ kind }) => kind === "level").map(({ means }) => means);
  const version = say("facts.version", { id: instrument.id, version: instrument.version });
  return {
    title: say("atrs.title", { title: of.title }),
    lang: phrases.lang,
    ...(phrases.dir === undefined ? {} : { dir: phrases.dir }),
    blocks: [
      noticeBlock(say("atrs.notice")),
      heading(2, say("atrs.overview")),
      ...facts([
        named("name", `${of.title} (${version})`),
        named("description", of.purpose),
        named("website", open),
        named("email", card.contact ?? open),
      ]),
      heading(2, say("atrs.owner")),
      ...facts([
        named("organisation", open),
        named("team", open),
        named("senior_owner", open),
        named("third_party", say("atrs.third_party_says")),
        named("data_access", say("atrs.data_access_says")),
      ]),
      heading(2, say("atrs.rationale")),
      ...facts([
        named("detail", say("atrs.detail_says", { items: card.items.length, rules: rules.length })),
        named("scope", [...(of.mayUse ?? []), of.referencePeriod].join("; ")),
        named("not_for", [...of.notFor, ...(of.notAbout ?? [])].join("; ")),
        named("benefit", say("atrs.benefit_says")),
        named("previous", open),
        named("alternatives", open),
      ]),
      heading(2, say("atrs.decision")),
      ...facts([
        named("process", open),
        named("information", levels.join("; ") || say("atrs.no_levels")),
        named("scale", open),
        named("human", say("atrs.human_says")),
        named("training", (of.mayUse ?? []).join("; ") || open),
        named("appeals", open),
      ]),
      heading(2, say("atrs.tool")),
      ...facts([
        named("architecture", say("atrs.architecture_says")),
        named("input", say("atrs.input_says", { items: card.items.length })),
        named("output", say("atrs.output_says")),
        named("maintenance", say("atrs.maintenance_says", { hash: instrument.hash })),
        named("phase", open),
      ]),
      heading(2, say("atrs.model_heading")),
      ...facts([
        named("model", say("card.authored_says")),
        named("performance", of.validation),
        named("datasets", say("atrs.datasets_says")),
      ]),
      heading(2, say("atrs.data")),
      ...facts([
        named("source_data", open),
        named("personal_data", say("atrs.personal_data_says")),
        named("storage", say("atrs.storage_says")),
      ]),
      heading(2, say("atrs.risks")),
      ...facts([
        named("impact", open),
        named("known_limits", (of.limits ?? []).join(" ") || say("card.none_stated")),
        named("mitigations", say("atrs.mitigations_says")),
        named("own_choices", basisWords(ownChoices(card), say)),
      ]),
    ],
  };
}
