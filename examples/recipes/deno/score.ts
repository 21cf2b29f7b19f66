// deno run score.ts (after npm install stalker-typology; it needs no permission)
import { type Answers, parseAnswers, score, valueOrThrow } from "stalker-typology";
import { imminentConcern } from "stalker-typology/content/instruments/imminent-concern";

const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
const answers: Answers = valueOrThrow(parseAnswers({ near_now: "no", strangled: "earlier" }, imminentConcern));
const { levels, guidance } = score(imminentConcern, answers, today);

console.log(JSON.stringify({ urgency: levels.urgency?.shown, guidance: guidance.map(({ code }) => code) }));
