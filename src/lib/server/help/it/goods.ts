import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Consegna e tracciamento',
    summary: 'Quando un pacco viene spedito, dov’è, e che cosa succede se non arriva.',
    act: {
      text: 'Segui i tuoi pacchi',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Dal pagamento alla tua porta',
        text: [
          'Un negozio ha sette giorni per spedire dopo il tuo pagamento. I giorni indicati accanto alla spedizione si contano da allora.',
          'Ogni negozio spedisce il proprio pacco. Con due negozi nel carrello arrivano due pacchi, ognuno nel suo giorno.',
        ],
      },
      {
        heading: 'Dov’è il mio pacco',
        text: [
          'Apri l’ordine in [I tuoi ordini](/account/orders). Lì vedi ogni passaggio che il corriere ci comunica, dogana compresa, e il numero con cui chiedere al corriere. Senza account usa il link nella nostra e-mail.',
        ],
      },
      {
        heading: 'Quando non arriva',
        text: [
          '- Non spedito dopo sette giorni: l’ordine finisce da solo e riavrai tutto.',
          '- Perso, o rispedito al negozio: ti rimborsiamo senza che tu lo chieda.',
          '- Risulta consegnato ma non c’è: guarda l’indirizzo dell’ordine, chiedi prima ai vicini e al corriere, poi [scrivici](/help/contact) prima di accettare l’ordine.',
        ],
      },
    ],
  },
  duties: {
    title: 'Dazi e imposte di importazione',
    summary: 'Che cosa può chiedere il tuo paese per merce dall’estero, e chi lo paga.',
    act: {
      text: 'Stampa un ordine come prova del prezzo',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Che cosa comprende il prezzo',
        text: [
          'Il totale alla cassa è per gli articoli e la loro spedizione. Dazi e imposte di importazione sono compresi solo se compaiono in una riga a parte.',
        ],
      },
      {
        heading: 'Che cosa può chiedere il tuo paese',
        text: [
          'Alla merce che attraversa una frontiera si possono applicare dazi e imposte. Quanto dipende da che cos’è, da dove è stata prodotta e da quanto costa. Se la dogana chiede qualcosa, il corriere te lo dice prima della consegna, e paghi il corriere o la dogana, mai noi.',
          'La pagina di un prodotto dice dove è stato prodotto. Il sito della tua autorità doganale indica le aliquote e l’importo sotto il quale non si paga nulla.',
        ],
      },
      {
        heading: 'Un pacco fermo in dogana',
        text: [
          'Allora l’ordine lo dice. Di solito la dogana vuole una prova del prezzo: il tuo ordine si può stampare. Rispondi presto al messaggio del corriere, perché dopo alcune settimane i pacchi tornano indietro.',
        ],
      },
    ],
  },
  returns: {
    title: 'Annullamento, resi e rimborsi',
    summary: 'Come annullare un ordine, che cosa fare se la merce non va bene, e quando arriva il denaro.',
    act: {
      text: 'Annulla un ordine o guarda un rimborso',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Prima della spedizione',
        text: [
          'Apri l’ordine e scegli di annullare. Gli ordini non pagati terminano subito. Per uno pagato restituiamo l’intera somma.',
          'Quando il pacco è in viaggio non si può più annullare; rifiutalo alla porta o rispediscilo come ti dice il negozio.',
        ],
      },
      {
        heading: 'Quando la merce non va bene',
        text: [
          'Rotta, incompleta o diversa dalla descrizione: non accettare l’ordine. Fai delle foto, anche dell’imballaggio, e [scrivici](/help/contact) con il numero dell’ordine entro 15 giorni dalla consegna. Nel frattempo il denaro resta da noi.',
        ],
      },
      {
        heading: 'Quando arriva il denaro',
        text: [
          'Un rimborso segue il metodo con cui hai pagato: [carta](/help/card), [Pix](/help/pix) o, dopo un [boleto](/help/boleto), bonifico. L’ordine mostra quando è stato chiesto, quando il fornitore l’ha confermato e di quanto è.',
        ],
      },
    ],
  },
};
