/** The lab's own files: what is wrong with them, and what mends it. */
export const files = {
  'a file of the lab cannot be read': '实验的文件读不了',
  'a file of the lab cannot be written': '实验的文件写不了',
  'a folder of the lab cannot be made': '实验的文件夹创建不了',
  'what is in the way of a file of the lab cannot be moved aside': '挡住实验文件的东西移不开',
  'a file of the lab cannot be removed': '实验的文件删不掉',
  'the file system is read-only': '文件系统是只读的',
  'make it writable, or work in a copy of the checkout that you may write':
    '让它可写，或在自己可写的检出副本里工作',
  'there is no room left': '没有空间了',
  'permission denied': '没有权限',
  'permission denied: it belongs to user {user}': '没有权限：它属于用户 {user}',
  'the file system does not allow it: it may be marked as immutable':
    '文件系统不允许：它可能被标记为不可更改（immutable）',
  'a file of the lab belongs to another user': '实验的文件属于另一个用户',
  'it belongs to user {user}, and this command runs as user {own}: what is in it may be anything':
    '它属于用户 {user}，而本命令以用户 {own} 运行：里面可能是任何东西',
  'if it is yours: {command}; otherwise remove it': '如果它是你的：{command}；否则删除它',
  'it is empty': '它是空的',
  'it is no JSON, or half of it': '它不是 JSON，或只有一半',
  'it has not what it should have': '它缺少应有的内容',
  'it has not what it should have: {place}': '它缺少应有的内容：{place}',
  'it is a link that leads back to itself': '它是指回自己的链接',
  'another version of the lab wrote it': '它是另一个版本的实验写的',
  'it is not what was written': '它不是当初写下的内容',
  'the last check cannot be read': '读不了上次检查',
  '{name} in the cache is damaged: making it anew': '缓存中的 {name} 已损坏：正在重新制作',
  'another process has not ended what this one waits for': '另一个进程还没有结束本进程所等的工作',
  'it has it for {minutes} minutes': '它已占用 {minutes} 分钟',
  'end that process, then run this command again': '结束那个进程，再运行本命令',
  'the list of what is left over cannot be read': '遗留清单读不了',
  './lab up writes it anew': './lab up 会重新写它',
  'The cache cannot be there': '缓存不能放在那里',
  '{path} is no folder': '{path} 不是文件夹',
  'unset XDG_CACHE_HOME, or name a folder that you may write':
    '取消 XDG_CACHE_HOME，或写一个你能写入的文件夹',
  'it is no file': '它不是文件',
} as const;
