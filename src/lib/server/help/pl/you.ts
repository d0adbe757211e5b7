import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Jak Cię chronimy',
    summary: 'Przechowujemy zapłatę, aż towar będzie u Ciebie, i wiemy, kim są sklepy.',
    act: {
      text: 'Zabezpiecz swoje konto',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Twoje pieniądze czekają u nas',
        text: [
          'Sklep dostaje zapłatę, gdy potwierdzisz odbiór. Jeśli nic nie powiesz, odbiór uznajemy za potwierdzony 15 dni po dostarczeniu przez przewoźnika albo 60 dni po wysłaniu, gdy nikt nie zgłosił dostawy. Do tego czasu pieniądze mogą do Ciebie wrócić.',
        ],
      },
      {
        heading: 'Kto sprzedaje',
        text: [
          'Każdy sklep, zanim zacznie sprzedawać, udowadnia nam, kto za nim stoi, a każdą ofertę oglądamy przed pokazaniem. Strona sklepu mówi, czy to firma, czy osoba prywatna.',
        ],
      },
      {
        heading: 'Jak dbać o bezpieczeństwo',
        text: [
          '- Płać tylko w naszej kasie. Sklep, który prosi o przelew albo kieruje na inną stronę, chce ominąć tę ochronę: [powiedz nam](/help/contact).',
          '- Nigdy nie prosimy o hasło, numer karty ani kod z banku, ani e-mailem, ani telefonicznie.',
          '- Używaj dla tego serwisu osobnego hasła i włącz drugi krok w [Logowanie i urządzenia](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Twoje konto',
    summary: 'Do czego służy konto, jak znów się do niego dostać oraz jak zabrać lub usunąć swoje dane.',
    act: {
      text: 'Przejdź do konta',
      href: '/account',
    },
    parts: [
      {
        heading: 'Czy go potrzebuję',
        text: [
          'Nie. Możesz zamawiać, podając sam adres e-mail, i śledzić zamówienie linkiem z naszego e-maila. Z kontem zapiszesz adresy, zobaczysz wszystkie zamówienia w jednym miejscu i niczego nie trzeba wpisywać dwa razy. [Załóż je](/sign-up) na ten sam adres, a wcześniejsze zamówienia znajdziesz przez ich linki.',
        ],
      },
      {
        heading: 'Jak znów się zalogować',
        text: [
          'Jeśli nie pamiętasz hasła, [poproś o nowe](/forgot-password). Link z e-maila działa jeden raz i krótko. Nie ma e-maila: zajrzyj do spamu i sprawdź adres.',
        ],
      },
      {
        heading: 'Logowanie bez hasła',
        text: [
          'Z [kluczem dostępu](/account/passkeys) konto otwiera palec, twarz lub kod telefonu. Przeglądarka proponuje go w polu adresu e-mail. Hasło zostaje, dla urządzeń bez klucza.',
          '[Drugi krok](/account/second-step) prosi po haśle o kod z telefonu. Zachowaj kody odzyskiwania: każdy otwiera konto jeden raz, gdy stracisz telefon.',
        ],
      },
      {
        heading: 'Język, kraj i waluta',
        text: ['Wybierz je w [Dostawa, język i waluta](/preferences). Od tej chwili ceny są w tej walucie.'],
      },
      {
        heading: 'Twoje dane',
        text: [
          'W [Twoim koncie](/account) widzisz, co o Tobie wiemy i co możesz zmienić, zabrać lub usunąć.',
          'W [Twoich danych](/account/data) decydujesz, czy zapamiętujemy, co oglądasz, pobierasz kopię wszystkiego, co o Tobie mamy, lub usuwasz konto. Na zmianę zdania jest siedem dni.',
        ],
      },
    ],
  },
  contact: {
    title: 'Napisz do nas',
    summary: 'Kogo i o co pytać oraz co mieć pod ręką.',
    act: {
      text: 'Zobacz swoje zamówienia',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'W sprawie zamówienia',
        text: [
          'Odpowiedz na dowolny nasz e-mail o zamówieniu: czytają to ludzie. Zostaw numer zamówienia w temacie. Napisz, co się stało, od kiedy i czego oczekujesz; jeśli coś jest zepsute, dodaj zdjęcia.',
          'Gdzie jest paczka, do kiedy trzeba zapłacić i co możesz zrobić dalej, podaje samo zamówienie w [Twoich zamówieniach](/account/orders).',
        ],
      },
      {
        heading: 'W sprawie produktu',
        text: [
          'Sklep zna swoje towary najlepiej. Zapytaj na stronie produktu: sklep odpowie tam, a Ty dostaniesz e-mail.',
        ],
      },
      {
        heading: 'Gdy coś na stronie poszło nie tak',
        text: [
          'Podaj numer, który pokazała strona, co działo się wcześniej i mniej więcej kiedy. Po numerze to znajdziemy.',
        ],
      },
    ],
  },
};
