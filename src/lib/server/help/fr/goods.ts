import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Livraison et suivi',
    summary: 'Quand un colis est expédié, où il se trouve, et ce qui se passe s’il n’arrive pas.',
    act: {
      text: 'Suivre vos colis',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Du paiement à votre porte',
        text: [
          'Une boutique a sept jours pour expédier après votre paiement. Les jours indiqués à côté de la livraison se comptent à partir de là.',
          'Chaque boutique expédie son propre colis. Avec deux boutiques dans votre panier, deux colis arrivent, chacun à son jour.',
        ],
      },
      {
        heading: 'Où est mon colis',
        text: [
          'Ouvrez la commande sous [Vos commandes](/account/orders). Vous y voyez chaque étape que le transporteur nous signale, douane comprise, et le numéro pour l’interroger. Sans compte, utilisez le lien de notre e-mail.',
        ],
      },
      {
        heading: 'S’il n’arrive pas',
        text: [
          '- Non expédiée après sept jours : la commande prend fin d’elle-même et vous récupérez tout.',
          '- Perdu, ou renvoyé à la boutique : nous vous remboursons sans que vous le demandiez.',
          '- Signalé comme livré mais absent : vérifiez l’adresse de la commande, demandez d’abord aux voisins et au transporteur, puis [écrivez-nous](/help/contact) avant d’accepter la commande.',
        ],
      },
    ],
  },
  duties: {
    title: 'Droits de douane et taxes d’importation',
    summary: 'Ce que votre pays peut demander pour des articles de l’étranger, et qui le paie.',
    act: {
      text: 'Imprimer une commande comme preuve de son prix',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Ce que comprend le prix',
        text: [
          'Le total à la commande couvre les articles et leur livraison. Les droits et taxes d’importation n’y sont compris que s’ils figurent sur une ligne à part.',
        ],
      },
      {
        heading: 'Ce que votre pays peut demander',
        text: [
          'Les articles qui passent une frontière peuvent être soumis à des droits et taxes. Leur montant dépend de ce qu’ils sont, du lieu de fabrication et de leur prix. Si la douane demande quelque chose, le transporteur vous le dit avant la livraison, et vous payez le transporteur ou la douane, jamais nous.',
          'La page d’un produit dit où il a été fabriqué. Le site de votre administration douanière indique les taux et le montant en dessous duquel rien n’est dû.',
        ],
      },
      {
        heading: 'Un colis retenu par la douane',
        text: [
          'Le suivi de la commande l’indique alors. La douane veut généralement une preuve du prix : votre commande peut être imprimée. Répondez vite au message du transporteur, car les colis repartent au bout de quelques semaines.',
        ],
      },
    ],
  },
  returns: {
    title: 'Annulation, retours et remboursements',
    summary:
      'Comment revenir sur une commande, que faire si les articles ne conviennent pas, et quand l’argent arrive.',
    act: {
      text: 'Annuler une commande ou voir un remboursement',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Avant l’expédition',
        text: [
          'Ouvrez la commande et choisissez d’annuler. Les commandes non payées se terminent aussitôt. Pour une commande payée, nous rendons toute la somme.',
          'Une fois le colis en route, il n’est plus possible d’annuler ; refusez-le à la porte ou renvoyez-le comme la boutique vous l’indique.',
        ],
      },
      {
        heading: 'Si les articles ne conviennent pas',
        text: [
          'Cassés, incomplets ou non conformes à la description : n’acceptez pas la commande. Prenez des photos, aussi de l’emballage, et [écrivez-nous](/help/contact) avec le numéro de la commande dans les 15 jours suivant la livraison. L’argent reste chez nous entre-temps.',
        ],
      },
      {
        heading: 'Quand l’argent arrive',
        text: [
          'Un remboursement suit le moyen utilisé pour payer : [carte](/help/card), [Pix](/help/pix) ou, après un [boleto](/help/boleto), par virement. La commande montre quand il a été demandé, quand le prestataire l’a confirmé et de combien il est.',
        ],
      },
    ],
  },
};
