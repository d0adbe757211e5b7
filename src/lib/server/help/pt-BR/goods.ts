import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Entrega e rastreio',
    summary: 'Quando o pacote é enviado, onde ele está e o que acontece se não chegar.',
    act: { text: 'Acompanhar seus pacotes', href: '/account/orders' },
    parts: [
      {
        heading: 'Do pagamento até a sua porta',
        text: [
          'A loja tem sete dias para enviar depois do pagamento. Os dias mostrados ao lado do frete contam a partir do envio.',
          'Cada loja envia o próprio pacote. Com duas lojas no carrinho chegam dois pacotes, cada um no seu dia.',
        ],
      },
      {
        heading: 'Onde está o meu pacote',
        text: [
          'Abra o pedido em [Seus pedidos](/account/orders). A linha do tempo mostra cada passo que a transportadora informa, inclusive na alfândega, e o número para perguntar a ela. Sem conta, use o link do nosso e-mail.',
        ],
      },
      {
        heading: 'Quando ele não chega',
        text: [
          '- Não enviado depois de sete dias: o pedido se encerra sozinho e você recebe tudo de volta.',
          '- Perdido ou devolvido à loja: reembolsamos sem você pedir.',
          '- Consta como entregue mas não está: confira o endereço no pedido, pergunte aos vizinhos e à transportadora e [fale conosco](/help/contact) antes de aceitar o pedido.',
        ],
      },
    ],
  },
  duties: {
    title: 'Impostos de importação',
    summary: 'O que o seu país pode cobrar por mercadorias de fora, e quem paga.',
    act: { text: 'Imprimir um pedido como prova do preço', href: '/account/orders' },
    parts: [
      {
        heading: 'O que está no preço',
        text: [
          'O total da compra é dos produtos e do frete. Impostos de importação só estão incluídos quando aparecem em uma linha própria.',
        ],
      },
      {
        heading: 'O que o seu país pode cobrar',
        text: [
          'Mercadorias que cruzam a fronteira podem pagar impostos. Quanto depende do que são, de onde foram feitas e de quanto custaram. Se a alfândega cobrar algo, a transportadora avisa antes da entrega, e você paga à transportadora ou à alfândega, nunca a nós.',
          'A página do produto diz onde ele foi feito. O site da Receita Federal, ou da autoridade do seu país, diz as taxas.',
        ],
      },
      {
        heading: 'Pacote retido na alfândega',
        text: [
          'A linha do tempo do pedido avisa. A alfândega costuma querer prova do preço: o pedido pode ser impresso. Responda logo à transportadora, porque os pacotes voltam depois de algumas semanas.',
        ],
      },
    ],
  },
  returns: {
    title: 'Cancelamento, devolução e reembolso',
    summary: 'Como desistir de um pedido, o que fazer se algo veio errado e quando o dinheiro volta.',
    act: { text: 'Cancelar um pedido ou ver um reembolso', href: '/account/orders' },
    parts: [
      {
        heading: 'Antes do envio',
        text: [
          'Abra o pedido e escolha cancelar. Pedidos não pagos acabam na hora. Nos pagos, enviamos todo o valor de volta.',
          'Depois do envio não dá mais para cancelar; recuse na porta ou devolva como a loja disser.',
        ],
      },
      {
        heading: 'Quando algo veio errado',
        text: [
          'Quebrado, incompleto ou diferente do anunciado: não aceite o pedido. Tire fotos, também da embalagem, e [fale conosco](/help/contact) com o número do pedido em até 15 dias da entrega. Enquanto isso o dinheiro fica conosco.',
        ],
      },
      {
        heading: 'Quando o dinheiro volta',
        text: [
          'O reembolso vem pelo meio que você usou: [cartão](/help/card), [Pix](/help/pix) ou, no [boleto](/help/boleto), por transferência. O pedido mostra quando foi pedido, quando o provedor confirmou e quanto é.',
        ],
      },
    ],
  },
};
