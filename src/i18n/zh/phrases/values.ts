/** Why something was not measured, and how a container is. */
export const values = {
  'the probe gave no answer': '探测没有给出回答',
  'no positive control: nothing that {a} should reach answered it ({detail})':
    '缺少正面对照：{a} 应能到达的都没有应答它（{detail}）',
  '{file} names no host {name}': '{file} 没有指定主机 {name}',
} as const;
