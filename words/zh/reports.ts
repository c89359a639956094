export const reports = {
  '{up} of {nodes} nodes up, {running} of {containers} containers running':
    '{nodes} 个节点中 {up} 个已启动，{containers} 个容器中 {running} 个在运行',
} as const;
