export type Lang = 'en' | 'pt-BR';

/** One tongue says all that the other says: a missing word does not compile. */
export type Words<T> = Record<Lang, T>;

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

export const shared: Words<typeof en> = { en, 'pt-BR': pt };
