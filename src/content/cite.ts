import { type Bibliography, citation } from "../evidence/index.ts";
import type { SourceId } from "./bibliography.ts";

/** Cites a key of the bibliography. Only its type is read here, so content does not carry every source with it. */
export const cite: Bibliography<SourceId>["cite"] = citation;
