// How much a program's bundle grows, minified and compressed with brotli. zod is in none of these.
import { readdirSync } from "node:fs";

const quiet = { modifyEsbuildConfig: (config) => ({ ...config, logLevel: "error" }) };
const folder = "dist/content/instruments";

/** The aim is 4 kB for each form. These hold more items and wordings than that: they may not grow past what they are. */
const larger = { conduct: "11.1 kB", "imminent-concern": "5.2 kB", risk: "5.7 kB" };

const forms = readdirSync(folder)
  .filter((file) => file.endsWith(".js") && !["index.js", "relationship-and-motive.js"].includes(file))
  .map((file) => {
    const name = file.slice(0, -".js".length);
    return { name: `form: ${name}`, path: `${folder}/${file}`, limit: larger[name] ?? "4 kB", ...quiet };
  });

export default [
  {
    // The aim is 12 kB. The form's wordings and grounds and the typology are about 6 kB of what it is now.
    name: "classify, and the type form with its wordings and grounds",
    path: "dist/index.js",
    import: "{ classify, relationshipAndMotive }",
    limit: "19.9 kB",
    ...quiet,
  },
  ...forms,
];
