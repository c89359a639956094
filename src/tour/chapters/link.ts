import type { TourChapter } from '../step';

export const link: TourChapter = {
  id: 'link',
  opening: {
    en: 'Addresses change, names do not. The article’s first way to a name is `docker run --link test1`: test3 has a link to test1.',
    zh: '地址会变，名字不会。文章介绍的第一种使用名字的办法是 `docker run --link test1`：test3 有一条到 test1 的 link。',
  },
  steps: [
    {
      see: { en: 'test3 pings test1 by name.', zh: 'test3 按名字 ping test1。' },
      on: 'test3',
      command: ['ping', '-c', '1', '-W', '2', 'test1'],
      shows: ['{test1@bridge}', ', 0% packet loss'],
      means: {
        en: 'The name works. Where does it come from?',
        zh: '名字可用。它是从哪里来的？',
      },
    },
    {
      see: { en: 'The file in which names are looked up first.', zh: '查名字时最先看的文件。' },
      on: 'test3',
      command: ['cat', '/etc/hosts'],
      shows: [/^{test1@bridge}\s+.*\btest1\b/m],
      means: {
        en: 'That line is all that a link does to the network: a name in one file of one container. It opens no way that was not there: both are neighbours on docker0 anyway.',
        zh: 'link 对网络所做的全部就是这一行：在一个容器的一个文件里写一个名字。它没有打通任何新的路：两者本来就是 docker0 上的邻居。',
      },
    },
    {
      see: {
        en: 'test2 is just as near. Is it a name, too?',
        zh: 'test2 一样近。它也有名字吗？',
      },
      on: 'test3',
      command: ['ping', '-c', '1', '-W', '2', 'test2'],
      shows: ["bad address 'test2'"],
      fails: true,
      means: {
        en: 'No: on the default bridge containers have no names for each other, and test3 has a link to test1 only. No packet was sent: `unresolved`.',
        zh: '没有：默认网桥上的容器互相没有名字，而 test3 只有到 test1 的 link。没有发出任何数据包：unresolved。',
      },
    },
    {
      see: { en: 'And the other way round?', zh: '反过来呢？' },
      on: 'test1',
      command: ['ping', '-c', '1', '-W', '2', 'test3'],
      shows: ["bad address 'test3'"],
      fails: true,
      means: {
        en: 'A link has a direction: test3 knows test1, test1 knows nothing of test3. By address both directions work.',
        zh: 'link 是有方向的：test3 认识 test1，test1 不认识 test3。按地址则双向都通。',
      },
    },
  ],
};
