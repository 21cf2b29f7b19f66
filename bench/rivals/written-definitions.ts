import type { Profile } from "stalker-typology/definition";
import type { Rule, Scope } from "stalker-typology/rules";

type Row = Readonly<Record<string, string>>;

/**
 * The definitions as one plain function over complete answers, as a person would write it: named rules worked out once,
 * property look-ups and comparisons, nothing that knows of unknown answers. It is printed from the rules, because nobody
 * writes nineteen definitions by hand without a slip; what runs is the text.
 */
export function writtenDefinitions(profiles: readonly Profile[]): (row: Row) => Readonly<Record<string, boolean>> {
  const lines: string[] = [];
  const names = new Map<string, string>();
  const write = (rule: Rule, scope: Scope): string => {
    const inner = (part: Rule) => write(part, scope);
    const gated = (item: string, shown: string, closed: string) => {
      const askIf = scope.items[item]?.askIf;
      return askIf === undefined ? shown : `(${inner(askIf)}?${shown}:${closed})`;
    };
    switch (rule.kind) {
      case "one_of": {
        const test = `(${rule.codes.map((code) => `a.${rule.item}===${JSON.stringify(code)}`).join("||")})`;
        return gated(rule.item, test, String(rule.codes.includes(String(scope.items[rule.item]?.whenClosed))));
      }
      case "judgement":
        return `a.${rule.item}==="yes"`;
      case "value": {
        const responses = scope.items[rule.item]?.responses;
        const options = responses?.kind === "choice" ? Object.entries(responses.options) : [];
        const table = options.reduceRight(
          (rest, [code, { value }]) => `a.${rule.item}===${JSON.stringify(code)}?${value ?? 0}:${rest}`,
          "0",
        );
        return gated(rule.item, `(${table})`, "0");
      }
      case "ref": {
        const named = scope.indicators?.[rule.name]?.rule;
        if (named === undefined) throw new Error(`no rule ${rule.name}`);
        const key = JSON.stringify(named);
        let name = names.get(key);
        if (name === undefined) {
          const text = inner(named);
          name = `r${names.size}`;
          names.set(key, name);
          lines.push(`const ${name}=${text};`);
        }
        return name;
      }
      case "all":
        return rule.of.length === 0 ? "true" : `(${rule.of.map(inner).join("&&")})`;
      case "any":
        return rule.of.length === 0 ? "false" : `(${rule.of.map(inner).join("||")})`;
      case "not":
        return `!${inner(rule.of[0])}`;
      case "count":
        return `(${rule.of.map((part) => `(${inner(part)}?1:0)`).join("+") || "0"})`;
      case "sum":
        return `(${rule.of.map(inner).join("+") || "0"})`;
      case "compare": {
        const sign = { at_least: ">=", at_most: "<=", more_than: ">", less_than: "<", equals: "===" }[rule.is];
        return `(${inner(rule.of[0])}${sign}${rule.to})`;
      }
      default:
        throw new Error(`no definition uses ${rule.kind}`);
    }
  };
  const results = profiles.map((profile) => {
    const scope = {
      items: { ...profile.scope.items, ...profile.judgements },
      indicators: { ...profile.scope.indicators, ...profile.tests },
    };
    return `${JSON.stringify(profile.id)}:${write(profile.met, scope)}`;
  });
  return new Function("a", `${lines.join("\n")}\nreturn {${results.join(",")}};`) as ReturnType<
    typeof writtenDefinitions
  >;
}
