import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Come funziona il pagamento',
    summary: 'Che cosa paghi, quando, e dov’è il denaro finché non hai la merce.',
    act: {
      text: 'Guarda i tuoi ordini e ciò che è pagato',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Un unico totale, prima di pagare',
        text: [
          'Alla cassa vedi gli articoli, la spedizione di ogni pacco e il totale nella tua valuta. Se un negozio ha i prezzi in un’altra valuta, il cambio è scritto accanto al totale e resta fisso mentre paghi.',
          'Paghi una volta sola, anche se nel carrello ci sono articoli di più negozi. Ogni negozio riceve poi un ordine suo, che puoi seguire, annullare o accettare separatamente dagli altri.',
        ],
      },
      {
        heading: 'Metodi di pagamento',
        text: [
          'I metodi disponibili dipendono dal tuo paese. La cassa mostra solo quelli che puoi usare, con ciò che succede dopo.',
          '- [Carta](/help/card): carte di credito, nella maggior parte dei paesi. In Brasile anche a rate.',
          '- [Pix](/help/pix): Brasile, in pochi secondi.',
          '- [Boleto](/help/boleto): Brasile, in qualsiasi banca o nell’app della tua banca.',
        ],
      },
      {
        heading: 'Custodiamo il denaro',
        text: [
          'Il tuo pagamento non va subito al negozio. Lo custodiamo finché non dici che la merce è arrivata, o finché non finisce il tempo per dirlo. Guarda [come ti proteggiamo](/help/safety).',
        ],
      },
      {
        heading: 'Se un pagamento non riesce',
        text: [
          'Il tuo ordine resta com’è finché non finisce il tempo per pagare, e la merce resta riservata per te. Aprilo in [I tuoi ordini](/account/orders), o con il link nella nostra e-mail, e paga in un altro modo.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Pagare con boleto',
    summary: 'Ricevi un boleto con un codice a barre e lo paghi in qualsiasi banca in Brasile entro tre giorni.',
    act: {
      text: 'Trova il boleto nei tuoi ordini',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Come funziona',
        text: [
          '- Scegli boleto alla cassa e scrivi il CPF o CNPJ di chi paga, richiesto dalla legge.',
          '- Ricevi il boleto: copia la riga di numeri nell’app della tua banca, o stampalo e paga in una banca o ricevitoria.',
          '- Le banche ci comunicano il pagamento il giorno lavorativo successivo o quello dopo. Allora diciamo al negozio di spedire.',
        ],
      },
      {
        heading: 'Quanto tempo hai',
        text: [
          'Il boleto scade tre giorni dopo l’ordine, e fino ad allora la merce è riservata. Puoi chiudere la pagina: il boleto ti aspetta nell’ordine e nella nostra e-mail.',
          'Se non arriva nulla in tempo, l’ordine scade e non devi nulla. Un boleto pagato in ritardo vale se la merce c’è ancora; se no, riavrai l’intera somma.',
        ],
      },
      {
        heading: 'Denaro indietro',
        text: ['Un boleto non si può stornare, quindi il rimborso arriva con bonifico sul conto di chi ha pagato.'],
      },
    ],
  },
  pix: {
    title: 'Pagare con Pix',
    summary:
      'Inquadra un codice QR o copia un codice nell’app della tua banca; si paga in pochi secondi, a qualsiasi ora.',
    act: {
      text: 'Apri il tuo ordine per pagare',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Come funziona',
        text: [
          '- Scegli Pix alla cassa. Vedi un codice QR, e lo stesso come testo da copiare.',
          '- Apri l’app della tua banca, scegli Pix, inquadra il codice o incolla il testo, controlla l’importo e conferma.',
          '- Questa pagina si accorge del pagamento da sola, di solito in pochi secondi.',
        ],
      },
      {
        heading: 'Quanto tempo hai',
        text: [
          'Il codice vale 30 minuti. Quando è scaduto, scade anche l’ordine e non devi nulla; ordina di nuovo per avere un nuovo codice.',
        ],
      },
      {
        heading: 'Denaro indietro',
        text: ['I rimborsi tornano via Pix sul conto che ha pagato, fino a 90 giorni dopo il pagamento.'],
      },
    ],
  },
  card: {
    title: 'Pagare con carta',
    summary: 'Scrivi il numero della carta nella pagina del fornitore di pagamenti; a noi non arriva mai.',
    act: {
      text: 'Apri il tuo ordine e paga in un altro modo',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Come funziona',
        text: [
          '- Scegli carta alla cassa. Passi alla pagina del fornitore di pagamenti, dove scrivi i dati della carta.',
          '- La tua banca può chiederti di confermare nella sua app o con un codice. È 3-D Secure e ti protegge.',
          '- Torni al tuo ordine. Se la connessione si interrompe, nulla viene pagato due volte: chiediamo al fornitore com’è andata.',
        ],
      },
      {
        heading: 'Se la carta viene rifiutata',
        text: [
          'A noi dicono solo che la banca ha detto no. Controlla il numero, la data e il limite, chiedi alla tua banca, o paga in un altro modo dallo stesso ordine entro 30 minuti.',
        ],
      },
      {
        heading: 'Rate',
        text: ['In Brasile con la carta si può pagare fino a 12 rate. La cassa dice quanto costa ognuna.'],
      },
      {
        heading: 'Denaro indietro',
        text: [
          'I rimborsi vanno sulla stessa carta, fino a 180 giorni dopo il pagamento. Le banche impiegano alcuni giorni per mostrarli; l’ordine dice quando l’abbiamo inviato.',
        ],
      },
    ],
  },
};
