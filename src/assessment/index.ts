export type { Administration, Progress } from "./administer.ts";
export {
  answerItem,
  goBack,
  nextItem,
  progress,
  startAdministration,
  visibleItems,
} from "./administer.ts";
export type { Coverage } from "./coverage.ts";
export { coverage } from "./coverage.ts";
export { resumeAdministration } from "./resume-administration.ts";
