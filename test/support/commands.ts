import { allCommands, allEnglish } from "../../src/cli/all-commands.ts";

/** Every command, loaded, and all that the commands say in English. */
export const commands = await allCommands();
export const english = await allEnglish();
