export const system = {
  'Error: {what}': '错误：{what}',
  'where:': '何处：',
  'why:': '原因：',
  'next:': '接着：',
  'Not up: {names}. Run "./lab nodes up" before diff, deploy or destroy.':
    '没有启动：{names}。在 diff、deploy 或 destroy 之前先运行“./lab nodes up”。',
  'An interrupted command left these; an apply removes them first: {names}':
    '被中断的命令留下了这些，应用时会先移除：{names}',
} as const;
