import { describe, expect, it } from "vitest";
import { groupings } from "../../src/content/typologies/index.ts";
import { classify, classifyAxes } from "../../src/index.ts";
import { type Grouping, group } from "../../src/typology/index.ts";

/** The table of relationships that the groupings were written from, read by hand. */
const table: Record<string, [recon: string, budd: string, wright: string, zona: string]> = {
  former_intimate: ["intimate", "intimate", "domestic", "simple_obsessional"],
  current_intimate: ["intimate", "intimate", "domestic", "simple_obsessional"],
  brief_romantic: ["intimate acquaintance", "intimate acquaintance", "domestic nondomestic", "simple_obsessional"],
  family: ["intimate acquaintance", "acquaintance", "domestic", "simple_obsessional"],
  friend: ["acquaintance", "acquaintance", "nondomestic", "simple_obsessional erotomanic"],
  acquaintance: ["acquaintance", "acquaintance", "nondomestic", "simple_obsessional erotomanic"],
  work_study: ["acquaintance", "acquaintance", "nondomestic", "simple_obsessional erotomanic"],
  professional: ["acquaintance", "acquaintance", "nondomestic", "simple_obsessional erotomanic"],
  public_role: ["public_figure", "stranger", "nondomestic", "love_obsessional erotomanic"],
  stranger: ["private_stranger", "stranger", "nondomestic", "love_obsessional erotomanic"],
};

describe("other groupings", () => {
  it.each(Object.entries(table))(
    "a relationship of %s falls into the classes that the table gives",
    (relation, row) => {
      const answers = { prior_relationship: relation };
      const four: readonly Grouping[] = [
        groupings.recon_2006,
        groupings.budd_mattinson_2000,
        groupings.wright_1996_relationship,
        groupings.zona_1993,
      ];
      const found = four.map((grouping) => {
        const { fits, open } = group(answers, grouping);
        return [...fits, ...open].join(" ");
      });
      expect(found).toEqual(row);
    },
  );

  it("an unknown relationship leaves every class of RECON open", () => {
    expect(group({ prior_relationship: "unknown_person" }, groupings.recon_2006)).toMatchObject({
      fits: [],
      open: ["intimate", "acquaintance", "public_figure", "private_stranger"],
      settled: false,
    });
  });

  it("a mixed first tone is both affectionate and persecutory, and settled", () => {
    expect(group({ first_tone: "mixed" }, groupings.harmon_1995)).toMatchObject({
      fits: ["affectionate", "persecutory"],
      open: [],
      settled: true,
    });
  });

  it("a rater's word on delusion settles Zona's class", () => {
    const stranger = { prior_relationship: "stranger" };
    expect(group({ ...stranger, delusion_of_being_loved: "yes" }, groupings.zona_1993).fits).toEqual(["erotomanic"]);
    expect(group({ ...stranger, delusion_of_being_loved: "no" }, groupings.zona_1993).fits).toEqual([
      "love_obsessional",
    ]);
  });
});

describe("classifyAxes", () => {
  it("classifies coded variables as the form answers that they stand for", () => {
    const axes = {
      adult: "yes",
      relationship: "work_study",
      bond: "yes",
      aims: { restore_bond: "yes" },
      firstAim: "get_back",
      signs: { pleads_and_rages: "yes" },
    } as const;
    const answers = {
      adult: "yes",
      prior_relationship: "work_study",
      mutual_bond: "yes",
      wants_back: "yes",
      first_aim: "get_back",
      pleads_and_rages: "yes",
    } as const;
    expect(classifyAxes(axes)).toEqual(classify(answers));
  });
});
