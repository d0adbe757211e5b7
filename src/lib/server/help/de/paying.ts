import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Wie das Bezahlen funktioniert',
    summary: 'Was Sie wann bezahlen und wo das Geld ist, bis Sie die Ware haben.',
    act: {
      text: 'Ihre Bestellungen und Zahlungen ansehen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Eine Gesamtsumme, bevor Sie bezahlen',
        text: [
          'An der Kasse sehen Sie die Ware, den Versand jedes Pakets und die Gesamtsumme in Ihrer eigenen Währung. Wenn ein Shop seine Preise in einer anderen Währung hat, steht der Kurs neben der Gesamtsumme und bleibt fest, während Sie bezahlen.',
          'Sie bezahlen einmal, auch wenn Ihr Warenkorb Artikel mehrerer Shops enthält. Jeder Shop bekommt dann eine eigene Bestellung, die Sie getrennt von den anderen verfolgen, stornieren oder annehmen können.',
        ],
      },
      {
        heading: 'Zahlungsarten',
        text: [
          'Welche es gibt, hängt von Ihrem Land ab. Die Kasse zeigt nur die, die für Sie gehen, und was danach geschieht.',
          '- [Karte](/help/card): Kreditkarten, in den meisten Ländern. In Brasilien auch in Raten.',
          '- [Pix](/help/pix): Brasilien, in Sekunden.',
          '- [Boleto](/help/boleto): Brasilien, bei jeder Bank oder in der App Ihrer Bank.',
        ],
      },
      {
        heading: 'Wir verwahren das Geld',
        text: [
          'Ihre Zahlung geht nicht sofort an den Shop. Wir verwahren sie, bis Sie sagen, dass die Ware da ist, oder bis die Zeit dafür vorbei ist. Siehe [wie Sie geschützt sind](/help/safety).',
        ],
      },
      {
        heading: 'Wenn eine Zahlung nicht zustande kommt',
        text: [
          'Ihre Bestellung bleibt, wie sie ist, bis die Zahlungsfrist vorbei ist, und die Ware bleibt für Sie reserviert. Öffnen Sie sie unter [Ihre Bestellungen](/account/orders) oder über den Link in unserer E-Mail und bezahlen Sie anders.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Mit Boleto bezahlen',
    summary:
      'Sie bekommen einen Beleg mit Strichcode und bezahlen ihn innerhalb von drei Tagen bei einer beliebigen Bank in Brasilien.',
    act: {
      text: 'Boleto in Ihren Bestellungen finden',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'So geht es',
        text: [
          '- Wählen Sie an der Kasse Boleto und geben Sie die CPF- oder CNPJ-Nummer des Zahlers ein, die das Gesetz verlangt.',
          '- Sie bekommen den Boleto: Kopieren Sie die Zahlenreihe in die App Ihrer Bank, oder drucken Sie ihn aus und bezahlen Sie bei einer Bank oder Lotterieannahmestelle.',
          '- Banken melden uns die Zahlung am nächsten oder übernächsten Werktag. Dann sagen wir dem Shop, dass er verschicken soll.',
        ],
      },
      {
        heading: 'Wie viel Zeit Sie haben',
        text: [
          'Der Boleto ist drei Tage nach der Bestellung fällig, und bis dahin ist die Ware reserviert. Sie können die Seite schließen: Der Boleto wartet in Ihrer Bestellung und in unserer E-Mail.',
          'Kommt nichts rechtzeitig an, verfällt die Bestellung, und Sie schulden nichts. Ein zu spät bezahlter Boleto zählt, wenn die Ware noch da ist; wenn nicht, bekommen Sie die ganze Summe zurück.',
        ],
      },
      {
        heading: 'Geld zurück',
        text: [
          'Ein Boleto lässt sich nicht rückgängig machen, darum kommt eine Erstattung als Überweisung auf das Konto des Zahlers.',
        ],
      },
    ],
  },
  pix: {
    title: 'Mit Pix bezahlen',
    summary:
      'Scannen Sie einen QR-Code oder kopieren Sie einen Code in die App Ihrer Bank; in Sekunden ist bezahlt, zu jeder Stunde.',
    act: {
      text: 'Bestellung zum Bezahlen öffnen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'So geht es',
        text: [
          '- Wählen Sie an der Kasse Pix. Sie sehen einen QR-Code und dasselbe als Text zum Kopieren.',
          '- Öffnen Sie die App Ihrer Bank, wählen Sie Pix, scannen Sie den Code oder fügen Sie den Text ein, prüfen Sie den Betrag und bestätigen Sie.',
          '- Diese Seite bemerkt die Zahlung von selbst, meist innerhalb von Sekunden.',
        ],
      },
      {
        heading: 'Wie viel Zeit Sie haben',
        text: [
          'Der Code gilt 30 Minuten. Ist er abgelaufen, verfällt die Bestellung, und Sie schulden nichts; bestellen Sie erneut für einen neuen Code.',
        ],
      },
      {
        heading: 'Geld zurück',
        text: ['Erstattungen kommen per Pix auf das Konto zurück, das bezahlt hat, bis zu 90 Tage nach der Zahlung.'],
      },
    ],
  },
  card: {
    title: 'Mit Karte bezahlen',
    summary: 'Sie geben die Kartennummer auf der Seite des Zahlungsanbieters ein; uns erreicht sie nie.',
    act: {
      text: 'Bestellung öffnen und anders bezahlen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'So geht es',
        text: [
          '- Wählen Sie an der Kasse Karte. Sie kommen auf die Seite des Zahlungsanbieters, wo Sie die Daten der Karte eingeben.',
          '- Ihre Bank bittet Sie vielleicht um eine Bestätigung in ihrer App oder mit einem Code. Das ist 3-D Secure und schützt Sie.',
          '- Sie kommen zu Ihrer Bestellung zurück. Bricht die Verbindung unterwegs ab, wird nichts zweimal bezahlt: Wir fragen den Anbieter, was daraus wurde.',
        ],
      },
      {
        heading: 'Wenn die Karte abgelehnt wird',
        text: [
          'Wir erfahren nur, dass die Bank Nein gesagt hat. Prüfen Sie Nummer, Datum und Limit, fragen Sie Ihre Bank oder bezahlen Sie dieselbe Bestellung innerhalb von 30 Minuten anders.',
        ],
      },
      {
        heading: 'Raten',
        text: ['In Brasilien kann mit Karte in bis zu 12 Raten bezahlt werden. Die Kasse nennt, was jede kostet.'],
      },
      {
        heading: 'Geld zurück',
        text: [
          'Erstattungen gehen auf dieselbe Karte, bis zu 180 Tage nach der Zahlung. Banken zeigen sie erst nach einigen Tagen; die Bestellung sagt, wann wir sie gesendet haben.',
        ],
      },
    ],
  },
};
