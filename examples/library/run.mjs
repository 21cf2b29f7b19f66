import { classify } from "stalker-typology";

const result = classify({ adult: "yes", prior_relationship: "former_intimate", wants_back: "yes" });

console.log("outcome      ", result.outcome);
console.log("settled      ", result.settled);
console.log("possible     ", result.possible);
console.log("because      ", result.because);
console.log("next question", result.nextQuestion);
