/** What is said of a project that was not written for the lab. */
export const sources = {
  'As {file} has it, for engine {engine}.': '根据 {file}，针对引擎 {engine}。',
  'Not said there:': '那里没有说明：',
  '... and {n} more': '……还有 {n} 项',
} as const;
