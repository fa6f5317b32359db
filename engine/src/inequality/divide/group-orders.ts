/** Words for the elderly; people of 25 and more are not. */
export const elderlyWords: readonly string[] = ["60+", "65+", "60岁及以上", "65岁及以上", "elderly", "老年", "老年人"];

/** Groups that are known to stand behind others, least advantaged first; words as tables write them. */
const orders: readonly (readonly (readonly string[])[])[] = [
  [
    ["rural", "农村", "乡村"],
    ["urban", "城镇", "城市"],
  ],
  [
    ["women", "female", "woman", "女", "女性"],
    ["men", "male", "man", "男", "男性"],
  ],
  [
    ["poorest 40%", "poorest 40", "bottom 40", "poorest40"],
    ["richest 60%", "richest 60", "top 60", "richest60"],
  ],
  [
    ["q1", "lowest", "poorest", "低收入组", "低收入户"],
    ["q2", "second", "中间偏下收入组", "中等偏下户"],
    ["q3", "middle", "third", "中间收入组", "中等收入户"],
    ["q4", "fourth", "中间偏上收入组", "中等偏上户"],
    ["q5", "highest", "richest", "高收入组", "高收入户"],
  ],
  [
    ["primary or less", "primary", "小学及以下"],
    ["secondary", "secondary or more", "初中", "中学", "中学及以上"],
    ["tertiary", "大专及以上", "本科及以上"],
  ],
  [
    ["out of labour force", "out of labor force"],
    ["in labour force", "in labor force"],
  ],
  [["older (25+)"], ["young (15–24)"]],
  [elderlyWords, ["under 60", "under 65", "60岁以下", "65岁以下", "younger"]],
  [
    ["with disability", "disabled", "残疾人"],
    ["without disability", "not disabled", "非残疾人"],
  ],
];

const fold = (word: string): string => word.trim().toLowerCase();

/** The groups from the least to the most advantaged when all of them stand in one known order, each at its own place; otherwise nothing. */
export function knownOrder(groups: readonly string[]): readonly string[] | undefined {
  for (const order of orders) {
    const places = groups.map((group) => order.findIndex((words) => words.includes(fold(group))));
    if (places.includes(-1) || new Set(places).size < groups.length) continue;
    return [...groups.keys()].sort((a, b) => places[a] - places[b]).map((k) => groups[k]);
  }
  return undefined;
}
