import { type Answers, answerOf, evaluate, itemsOf } from "../rules/index.ts";
import type { Typology } from "../typology/index.ts";

/** The items that are not known and could raise one of a typology's alerts. They matter whatever the type. */
export function openAlertItems({ alerts, instrument }: Typology, answers: Answers): readonly string[] {
  const open = Object.values(alerts).flatMap(({ when }) => {
    const [low, high] = evaluate(when, answers, instrument);
    return low === high
      ? []
      : itemsOf(when, instrument).filter((id) => answerOf(answers, id, instrument.items[id]) === undefined);
  });
  return [...new Set(open)];
}
