import type { TourChapter } from '../step';

export const none: TourChapter = {
  id: 'none',
  opening: {
    en: 'test-none was started with `--network none`: a network stack of its own, and no cable.',
    zh: 'test-none 以 `--network none` 启动：有自己的网络栈，但没有网线。',
  },
  steps: [
    {
      see: { en: 'Its interfaces.', zh: '它的接口。' },
      on: 'test-none',
      command: ['ip', 'address'],
      shows: ['inet 127.0.0.1/8'],
      lacks: [/\beth\d/],
      means: {
        en: 'Only lo, the loopback interface.',
        zh: '只有回环接口 lo。',
      },
    },
    {
      see: { en: 'It can speak to itself.', zh: '它可以和自己说话。' },
      on: 'test-none',
      command: ['ping', '-c', '1', '-W', '2', '127.0.0.1'],
      shows: [', 0% packet loss'],
      means: {
        en: 'Its network stack works.',
        zh: '它的网络栈工作正常。',
      },
    },
    {
      see: { en: 'And anything else?', zh: '别的地方呢？' },
      on: 'test-none',
      command: ['ping', '-c', '1', '-W', '2', '{gateway@bridge}'],
      shows: ['Network is unreachable'],
      fails: true,
      means: {
        en: 'No interface, so no route: `unreachable`. And nobody can reach it, for it has no address. Good for work that must have no network.',
        zh: '没有接口，也就没有路由：unreachable。它没有地址，别人也到不了它。适合绝对不能联网的工作。',
      },
    },
  ],
};
