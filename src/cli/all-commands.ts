import type { Command } from "./command.ts";
import { accuracyCommand } from "./commands/accuracy.ts";
import { affectedCommand } from "./commands/affected.ts";
import { agreeCommand } from "./commands/agree.ts";
import { askCommand } from "./commands/ask.ts";
import { cardCommand } from "./commands/card.ts";
import { caseloadCommand } from "./commands/caseload.ts";
import { changeCommand } from "./commands/change.ts";
import { classifyCommand } from "./commands/classify.ts";
import { codebookCommand } from "./commands/codebook.ts";
import { compareCommand } from "./commands/compare.ts";
import { consistencyCommand } from "./commands/consistency.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { listCommand } from "./commands/list.ts";
import { profileCommand } from "./commands/profile.ts";
import { reportCommand } from "./commands/report.ts";
import { rocCommand } from "./commands/roc.ts";
import { scoreCommand } from "./commands/score.ts";
import { showCommand } from "./commands/show.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { sqlCommand } from "./commands/sql.ts";
import { summaryCommand } from "./commands/summary.ts";
import { table1Command } from "./commands/table1.ts";
import { templateCommand } from "./commands/template.ts";
import { verifyCommand } from "./commands/verify.ts";
import { wordsCommand } from "./commands/words.ts";
import { englishOf } from "./english.ts";
import type { Catalogues } from "./words.ts";

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  listCommand,
  templateCommand,
  classifyCommand,
  scoreCommand,
  summaryCommand,
  profileCommand,
  agreeCommand,
  compareCommand,
  accuracyCommand,
  rocCommand,
  consistencyCommand,
  changeCommand,
  table1Command,
  caseloadCommand,
  reportCommand,
  explainCommand,
  askCommand,
  showCommand,
  cardCommand,
  codebookCommand,
  exportCommand,
  importCommand,
  sqlCommand,
  simulateCommand,
  verifyCommand,
  affectedCommand,
  wordsCommand(() => english),
];

/** All catalogues in English. */
export const english: Catalogues = englishOf(commands);
