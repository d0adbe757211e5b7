/** What people of a simulation write, each to somebody who reads it in their own language. */
const languageOf: Record<string, string> = {
  BR: 'pt-BR',
  PT: 'pt-BR',
  RU: 'ru',
  KZ: 'ru',
  AE: 'ar',
  OM: 'ar',
  SA: 'ar',
  CN: 'zh-CN',
  SG: 'zh-CN',
};

const said = (texts: Record<string, string>) => (country: string) => texts[languageOf[country] ?? 'en'] ?? texts['en']!;

/** By the country of the order, for that is where it is read. */
export const reasons = {
  mindChanged: said({
    en: 'I changed my mind.',
    'pt-BR': 'Mudei de ideia.',
    ru: 'Я передумал(а).',
    ar: 'غيّرت رأيي.',
    'zh-CN': '我改变主意了。',
  }),
  lastOneScratched: said({
    en: 'We found a scratch on the last one.',
    'pt-BR': 'Achamos um risco na última peça.',
    ru: 'На последнем экземпляре нашлась царапина.',
    ar: 'وجدنا خدشًا في القطعة الأخيرة.',
    'zh-CN': '最后一件有划痕，抱歉。',
  }),
  buyerCalled: said({
    en: 'The buyer telephoned.',
    'pt-BR': 'O comprador telefonou.',
    ru: 'Покупатель позвонил.',
    ar: 'اتصل المشتري هاتفيًا.',
    'zh-CN': '买家来电。',
  }),
  dented: said({
    en: 'It came with a dent.',
    'pt-BR': 'Chegou amassado.',
    ru: 'Пришло с вмятиной.',
    ar: 'وصلت القطعة وبها انبعاج.',
    'zh-CN': '收到时有凹痕。',
  }),
};
