/** What the link of a letter is called where links can have names. */
import type { LetterName } from './letters.ts';

type Act = 'confirm' | 'password' | 'back' | 'look' | 'store' | 'invitation' | 'copy';

const acts: Readonly<Partial<Record<LetterName, Act>>> = {
  confirm: 'confirm',
  change_email: 'confirm',
  already_here: 'password',
  reset: 'password',
  password_changed: 'password',
  email_changed: 'back',
  invitation: 'invitation',
  copy_ready: 'copy',
  store_admitted: 'store',
  store_refused: 'store',
  more_is_needed: 'store',
  store_suspended: 'store',
  store_resumed: 'store',
  payout_account_changed: 'store',
};

const words: Readonly<Record<string, Readonly<Record<Act, string>>>> = {
  en: {
    confirm: 'Confirm the address',
    password: 'Choose a new password',
    back: 'Take the account back',
    look: 'Look at your account',
    store: 'To your store',
    invitation: 'See the invitation',
    copy: 'Fetch the copy',
  },
  'pt-BR': {
    confirm: 'Confirmar o endereço',
    password: 'Escolher uma nova senha',
    back: 'Recuperar a conta',
    look: 'Ver sua conta',
    store: 'Ir para sua loja',
    invitation: 'Ver o convite',
    copy: 'Baixar a cópia',
  },
  ru: {
    confirm: 'Подтвердить адрес',
    password: 'Выбрать новый пароль',
    back: 'Вернуть аккаунт',
    look: 'Проверить аккаунт',
    store: 'К вашему магазину',
    invitation: 'Посмотреть приглашение',
    copy: 'Скачать копию',
  },
  ar: {
    confirm: 'تأكيد العنوان',
    password: 'اختيار كلمة مرور جديدة',
    back: 'استعادة الحساب',
    look: 'مراجعة حسابك',
    store: 'إلى متجرك',
    invitation: 'عرض الدعوة',
    copy: 'تنزيل النسخة',
  },
  'zh-CN': {
    confirm: '确认邮箱',
    password: '设置新密码',
    back: '取回账户',
    look: '查看您的账户',
    store: '前往您的店铺',
    invitation: '查看邀请',
    copy: '获取副本',
  },
};

export const buttonOf = (language: string, letter: LetterName): string =>
  (words[language] ?? words['en']!)[acts[letter] ?? 'look'];
