import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Lieferung und Verfolgung',
    summary: 'Wann ein Paket verschickt wird, wo es ist und was geschieht, wenn es nicht kommt.',
    act: {
      text: 'Pakete verfolgen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Von der Zahlung bis zu Ihrer Tür',
        text: [
          'Ein Shop hat nach Ihrer Zahlung sieben Tage zum Verschicken. Die Tage neben dem Versand werden ab dann gezählt.',
          'Jeder Shop verschickt sein eigenes Paket. Bei zwei Shops im Warenkorb kommen zwei Pakete, jedes an seinem Tag.',
        ],
      },
      {
        heading: 'Wo ist mein Paket',
        text: [
          'Öffnen Sie die Bestellung unter [Ihre Bestellungen](/account/orders). Ihr Verlauf zeigt jeden Schritt, den uns der Versanddienst meldet, auch beim Zoll, und die Nummer, mit der Sie ihn fragen können. Ohne Konto nehmen Sie den Link in unserer E-Mail.',
        ],
      },
      {
        heading: 'Wenn es nicht kommt',
        text: [
          '- Nach sieben Tagen nicht verschickt: Die Bestellung endet von selbst, und Sie bekommen alles zurück.',
          '- Verloren oder an den Shop zurückgesandt: Wir erstatten, ohne dass Sie fragen müssen.',
          '- Als zugestellt gemeldet, aber nicht da: Prüfen Sie die Adresse der Bestellung, fragen Sie zuerst Nachbarn und den Versanddienst, und [schreiben Sie uns](/help/contact), bevor Sie die Bestellung annehmen.',
        ],
      },
    ],
  },
  duties: {
    title: 'Zölle und Einfuhrsteuern',
    summary: 'Was Ihr Land für Waren aus dem Ausland verlangen kann, und wer es bezahlt.',
    act: {
      text: 'Bestellung als Preisnachweis drucken',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Was im Preis enthalten ist',
        text: [
          'Die Gesamtsumme an der Kasse gilt für die Ware und ihren Versand. Zölle und Einfuhrsteuern sind nur enthalten, wenn sie dort in einer eigenen Zeile stehen.',
        ],
      },
      {
        heading: 'Was Ihr Land verlangen kann',
        text: [
          'Für Waren, die eine Grenze überqueren, können Zoll und Steuer anfallen. Wie viel, hängt davon ab, was sie sind, wo sie hergestellt wurden und was sie kosten. Wenn der Zoll etwas verlangt, sagt es Ihnen der Versanddienst vor der Zustellung, und Sie zahlen an den Versanddienst oder den Zoll, nie an uns.',
          'Die Seite eines Produkts sagt, wo es hergestellt wurde. Die Website Ihrer Zollbehörde nennt die Sätze und den Betrag, unter dem nichts anfällt.',
        ],
      },
      {
        heading: 'Ein Paket, das der Zoll zurückhält',
        text: [
          'Der Verlauf der Bestellung sagt es dann. Der Zoll will meist einen Nachweis des Preises: Ihre Bestellung lässt sich drucken. Antworten Sie bald auf die Nachricht des Versanddienstes, denn Pakete gehen nach einigen Wochen zurück.',
        ],
      },
    ],
  },
  returns: {
    title: 'Stornieren, Rückgabe und Erstattung',
    summary:
      'Wie Sie eine Bestellung zurücknehmen, was zu tun ist, wenn die Ware nicht stimmt, und wann das Geld da ist.',
    act: {
      text: 'Bestellung stornieren oder Erstattung ansehen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Bevor sie verschickt ist',
        text: [
          'Öffnen Sie die Bestellung und wählen Sie Stornieren. Unbezahlte Bestellungen enden sofort. Bei einer bezahlten senden wir die ganze Summe zurück.',
          'Ist das Paket unterwegs, kann nicht mehr storniert werden; verweigern Sie die Annahme an der Tür oder senden Sie es zurück, wie der Shop es Ihnen sagt.',
        ],
      },
      {
        heading: 'Wenn die Ware nicht stimmt',
        text: [
          'Kaputt, unvollständig oder nicht wie beschrieben: Nehmen Sie die Bestellung nicht an. Machen Sie Fotos, auch von der Verpackung, und [schreiben Sie uns](/help/contact) mit der Bestellnummer innerhalb von 15 Tagen nach der Lieferung. Das Geld bleibt solange bei uns.',
        ],
      },
      {
        heading: 'Wann das Geld da ist',
        text: [
          'Eine Erstattung geht den Weg, auf dem Sie bezahlt haben: [Karte](/help/card), [Pix](/help/pix) oder, nach einem [Boleto](/help/boleto), per Überweisung. Die Bestellung zeigt, wann sie verlangt wurde, wann der Anbieter sie bestätigt hat und wie hoch sie ist.',
        ],
      },
    ],
  },
};
