import { mustBePlain, mustHave } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import type { Question } from "./inquiry.ts";

/** Refuses what is no question, and what cannot hold answers, before anything is read of them. */
export function mustAsk(question: Question, answers: Answers): void {
  mustHave(question, "decision", "question");
  mustHave(question, "scope", "question");
  mustBePlain(answers);
}
