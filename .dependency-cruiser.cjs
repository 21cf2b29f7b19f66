/** The layers of src, from the ground up: a folder imports only folders before it. */
const layers = [
  "issues",
  "evidence",
  "rules",
  "instrument",
  "inquiry",
  ["assessment", "incidents", "definition", "judgement"],
  "typology",
  "record",
  "cohort",
];
const readings = ["sql", "formats", "reports"];
const order = [...layers, readings, "content", "tables", "charts", "cli"];

const upwards = order.flatMap((layer, at) => {
  const here = Array.isArray(layer) ? layer : [layer];
  const above = order.slice(at + 1).flat();
  return here.map((folder) => ({
    name: `${folder}-imports-upwards`,
    comment: `src/${folder} may import only layers below it`,
    severity: "error",
    from: { path: `(^|/)src/${folder}/` },
    to: { path: `(^|/)src/(${[...above, ...here.filter((other) => other !== folder)].join("|") || "$nothing"})/` },
  }));
});

module.exports = {
  forbidden: [
    ...upwards,
    {
      name: "mechanism-imports-content",
      comment: "only the root, the commands and content itself may name content",
      severity: "error",
      from: { path: "(^|/)src/(?!content/|cli/)[^/]+/" },
      to: { path: "(^|/)src/content/" },
    },
    {
      name: "past-an-index",
      comment: "outside a folder, nothing imports past its index.ts",
      severity: "error",
      from: { path: "(^|/)src/([^/]+)/", pathNot: "(^|/)src/content/" },
      to: { path: "(^|/)src/(?!content/)[^/]+/(?!index\\.ts$)", pathNot: "(^|/)src/$2/" },
    },
    {
      name: "node-in-pure-code",
      comment: "only tables and cli may use Node",
      severity: "error",
      from: { path: "(^|/)src/(?!tables/|cli/)" },
      to: { dependencyTypes: ["core"] },
    },
    { name: "circular", severity: "error", from: {}, to: { circular: true, dependencyTypesNot: ["type-only"] } },
    { name: "unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
