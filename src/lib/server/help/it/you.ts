import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Come ti proteggiamo',
    summary: 'Custodiamo il tuo pagamento finché non hai la merce, e sappiamo chi sono i negozi.',
    act: {
      text: 'Metti al sicuro il tuo account',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Il tuo denaro resta da noi',
        text: [
          'Il negozio viene pagato quando accetti la consegna. Se non dici nulla, l’ordine vale come accettato 15 giorni dopo la consegna del corriere, o 60 giorni dopo la spedizione se nessuno ci ha comunicato una consegna. Fino ad allora il denaro può ancora tornare a te.',
        ],
      },
      {
        heading: 'Chi vende',
        text: [
          'Ogni negozio ci dimostra chi c’è dietro prima di poter vendere, e ogni inserzione viene esaminata prima di essere mostrata. La pagina del negozio dice se è un’azienda o un privato.',
        ],
      },
      {
        heading: 'Come comprare in sicurezza',
        text: [
          '- Paga solo alla nostra cassa. Un negozio che chiede un bonifico o un altro sito vuole uscire da questa protezione: [diccelo](/help/contact).',
          '- Non chiediamo mai la tua password, un numero di carta o un codice della tua banca, né per e-mail né al telefono.',
          '- Usa una password apposta per questo sito e attiva il secondo passaggio in [Accesso e dispositivi](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Il tuo account',
    summary: 'A che cosa serve un account, come rientrarci, e come portare con te i tuoi dati o eliminarli.',
    act: {
      text: 'Vai al tuo account',
      href: '/account',
    },
    parts: [
      {
        heading: 'Me ne serve uno',
        text: [
          'No. Puoi ordinare con il solo indirizzo e-mail e seguire l’ordine con il link nella nostra e-mail. Con un account salvi gli indirizzi, vedi tutti gli ordini in un unico posto e non scrivi nulla due volte. [Aprine uno](/sign-up) con lo stesso indirizzo, e gli ordini precedenti si trovano con i loro link.',
        ],
      },
      {
        heading: 'Rientrare',
        text: [
          'Se non ricordi più la password, [chiedine una nuova](/forgot-password). Il link nell’e-mail funziona una volta e per poco tempo. Nessuna e-mail: guarda nella posta indesiderata, e controlla l’indirizzo.',
        ],
      },
      {
        heading: 'Accedere senza password',
        text: [
          'Con una [passkey](/account/passkeys) il dito, il viso o il numero del telefono apre l’account. Il browser la propone nel campo dell’indirizzo e-mail. La password resta, per i dispositivi che non ce l’hanno.',
          'Un [secondo passaggio](/account/second-step) chiede un codice del telefono dopo la password. Conserva i codici di recupero: ognuno apre l’account una volta se perdi il telefono.',
        ],
      },
      {
        heading: 'Lingua, paese e valuta',
        text: ['Sceglili in [Consegna, lingua e valuta](/preferences). Da allora i prezzi si vedono in quella valuta.'],
      },
      {
        heading: 'I tuoi dati',
        text: [
          'In [Il tuo account](/account) vedi che cosa sappiamo di te, e che cosa puoi modificare, portare con te o eliminare.',
          'In [I tuoi dati](/account/data) dici se conserviamo ciò che guardi, prendi una copia di tutto ciò che abbiamo su di te, o elimini l’account. Con l’eliminazione hai sette giorni per ripensarci.',
        ],
      },
    ],
  },
  contact: {
    title: 'Scrivici',
    summary: 'A chi chiedere che cosa, e che cosa avere a portata di mano.',
    act: {
      text: 'Guarda i tuoi ordini',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Su un ordine',
        text: [
          'Rispondi a qualsiasi e-mail che ti abbiamo inviato al riguardo: la leggono persone. Lascia il numero dell’ordine nell’oggetto. Di’ che cosa è successo, da quando, e che cosa vorresti; aggiungi foto se qualcosa è rotto.',
          'Dov’è un pacco, entro quando va pagato e che cosa puoi fare dopo è scritto nell’ordine stesso, in [I tuoi ordini](/account/orders).',
        ],
      },
      {
        heading: 'Su un prodotto',
        text: [
          'Il negozio conosce meglio i suoi articoli. Chiedi nella pagina del prodotto: il negozio risponde lì, e ti arriva un’e-mail quando lo fa.',
        ],
      },
      {
        heading: 'Quando qualcosa non ha funzionato in una pagina',
        text: [
          'Dicci il numero che la pagina mostrava, che cosa avevi fatto prima, e più o meno quando. Con il numero lo troviamo.',
        ],
      },
    ],
  },
};
