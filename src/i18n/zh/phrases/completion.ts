export const completion = {
  'which shell?': '哪一种 shell？',
} as const;
