/** What is for those who try things out, or for Brazil alone, is in two languages; what every buyer meets, in all of the shop's. */
export const langs = ['en', 'pt-BR'] as const;
export const buyersLangs = [...langs, 'ru', 'ar', 'zh-CN'] as const;
export type Lang = (typeof langs)[number];
export type BuyersLang = (typeof buyersLangs)[number];

export const langNames: Readonly<Record<BuyersLang, string>> = {
  en: 'English',
  'pt-BR': 'Português',
  ru: 'Русский',
  ar: 'العربية',
  'zh-CN': '简体中文',
};

/** One tongue says all that the others say: a missing word does not compile. */
export type Words<T> = Record<Lang, T>;
export type BuyersWords<T> = Record<BuyersLang, T>;

const en = {
  language: 'Language',
  sandbox: 'Sandbox.',
  noRealMoney: 'No real money moves here and nothing is really sent.',
  whatCanIDo: 'What can I do here?',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  back: 'Back',
  notFoundTitle: 'Not here',
  notFound: 'There is nothing at this address. The link may be incomplete.',
  brokenTitle: 'That did not work',
  newestFirst: 'newest first',
};

const pt: typeof en = {
  language: 'Idioma',
  sandbox: 'Ambiente de teste.',
  noRealMoney: 'Nenhum dinheiro de verdade circula aqui e nada é enviado de fato.',
  whatCanIDo: 'O que posso fazer aqui?',
  copy: 'Copiar',
  copied: 'Copiado',
  print: 'Imprimir',
  back: 'Voltar',
  notFoundTitle: 'Não encontrado',
  notFound: 'Não há nada neste endereço. O link pode estar incompleto.',
  brokenTitle: 'Não deu certo',
  newestFirst: 'mais recentes primeiro',
};

const ru: typeof en = {
  language: 'Язык',
  sandbox: 'Тестовая среда.',
  noRealMoney: 'Настоящих денег здесь нет, и на самом деле ничего не отправляется.',
  whatCanIDo: 'Что здесь можно делать?',
  copy: 'Скопировать',
  copied: 'Скопировано',
  print: 'Печать',
  back: 'Назад',
  notFoundTitle: 'Не найдено',
  notFound: 'По этому адресу ничего нет. Возможно, ссылка неполная.',
  brokenTitle: 'Не получилось',
  newestFirst: 'сначала новые',
};

const ar: typeof en = {
  language: 'اللغة',
  sandbox: 'بيئة تجريبية.',
  noRealMoney: 'لا مال حقيقيًا يتحرك هنا، ولا يُرسل شيء فعلًا.',
  whatCanIDo: 'ماذا يمكنني أن أفعل هنا؟',
  copy: 'نسخ',
  copied: 'تم النسخ',
  print: 'طباعة',
  back: 'رجوع',
  notFoundTitle: 'غير موجود',
  notFound: 'لا شيء في هذا العنوان. قد يكون الرابط ناقصًا.',
  brokenTitle: 'لم ينجح ذلك',
  newestFirst: 'الأحدث أولًا',
};

const zh: typeof en = {
  language: '语言',
  sandbox: '测试环境。',
  noRealMoney: '这里没有真实资金流动，也不会真正发送任何东西。',
  whatCanIDo: '我可以在这里做什么？',
  copy: '复制',
  copied: '已复制',
  print: '打印',
  back: '返回',
  notFoundTitle: '未找到',
  notFound: '此地址没有内容，链接可能不完整。',
  brokenTitle: '未能完成',
  newestFirst: '最新在前',
};

export const shared: BuyersWords<typeof en> = { en, 'pt-BR': pt, ru, ar, 'zh-CN': zh };
