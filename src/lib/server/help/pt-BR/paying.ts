import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Como funciona o pagamento',
    summary: 'Quanto você paga, quando, e onde o dinheiro fica até a mercadoria chegar.',
    act: { text: 'Ver seus pedidos e o que foi pago', href: '/account/orders' },
    parts: [
      {
        heading: 'Um só total, antes de pagar',
        text: [
          'Ao finalizar a compra você vê os produtos, o frete de cada pacote e o total na sua moeda. Se a loja usa outra moeda, o câmbio aparece ao lado do total e fica travado enquanto você paga.',
          'Você paga uma vez só, mesmo com produtos de várias lojas. Cada loja recebe um pedido próprio, que você acompanha, cancela ou aceita separadamente.',
        ],
      },
      {
        heading: 'Formas de pagamento',
        text: [
          'As formas dependem do seu país. A tela de pagamento mostra só as que servem para você e o que acontece depois.',
          '- [Cartão](/help/card): cartões de crédito, na maioria dos países. No Brasil, também parcelado.',
          '- [Pix](/help/pix): Brasil, em segundos.',
          '- [Boleto](/help/boleto): Brasil, em qualquer banco ou no aplicativo do seu banco.',
        ],
      },
      {
        heading: 'O dinheiro fica conosco',
        text: [
          'O pagamento não vai direto para a loja. Ele fica conosco até você dizer que a mercadoria chegou, ou até acabar o prazo para dizer. Veja [como você é protegido](/help/safety).',
        ],
      },
      {
        heading: 'Se o pagamento não passar',
        text: [
          'O pedido continua valendo até o fim do prazo de pagamento, e os produtos ficam reservados. Abra em [Seus pedidos](/account/orders), ou pelo link do nosso e-mail, e pague de outra forma.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Pagamento com boleto',
    summary: 'Você recebe um boleto com código de barras e paga em qualquer banco do Brasil em até três dias.',
    act: { text: 'Achar o boleto nos seus pedidos', href: '/account/orders' },
    parts: [
      {
        heading: 'Como é',
        text: [
          '- Escolha boleto e informe o CPF ou CNPJ do pagador, como a lei pede.',
          '- Copie a linha digitável para o aplicativo do banco, ou imprima e pague no banco ou na lotérica.',
          '- O banco nos avisa no dia útil seguinte ou no outro. Então a loja é avisada para enviar.',
        ],
      },
      {
        heading: 'Quanto tempo você tem',
        text: [
          'O boleto vence três dias depois do pedido, e até lá os produtos ficam reservados. Pode fechar a página: o boleto fica no pedido e no nosso e-mail.',
          'Se nada chegar a tempo, o pedido expira e você não deve nada. Um boleto pago com atraso vale se ainda houver o produto; se não houver, você recebe tudo de volta.',
        ],
      },
      {
        heading: 'Dinheiro de volta',
        text: ['Um boleto não pode ser estornado; o reembolso vem por transferência para a conta do pagador.'],
      },
    ],
  },
  pix: {
    title: 'Pagamento com Pix',
    summary: 'Leia o QR code ou copie o código no aplicativo do banco; é pago em segundos, a qualquer hora.',
    act: { text: 'Abrir o pedido para pagar', href: '/account/orders' },
    parts: [
      {
        heading: 'Como é',
        text: [
          '- Escolha Pix. Você vê um QR code e o mesmo código em texto, para copiar.',
          '- No aplicativo do banco, escolha Pix, leia o código ou cole o texto, confira o valor e confirme.',
          '- A página percebe o pagamento sozinha, em geral em segundos.',
        ],
      },
      {
        heading: 'Quanto tempo você tem',
        text: [
          'O código vale por 30 minutos. Depois disso o pedido expira e você não deve nada; peça de novo para ter outro código.',
        ],
      },
      {
        heading: 'Dinheiro de volta',
        text: ['O reembolso volta por Pix para a conta que pagou, até 90 dias depois do pagamento.'],
      },
    ],
  },
  card: {
    title: 'Pagamento com cartão',
    summary: 'O número do cartão é digitado na página do provedor de pagamento; ele nunca chega até nós.',
    act: { text: 'Abrir o pedido e pagar de outro jeito', href: '/account/orders' },
    parts: [
      {
        heading: 'Como é',
        text: [
          '- Escolha cartão. Você vai para a página do provedor de pagamento e digita lá os dados.',
          '- O banco pode pedir confirmação no aplicativo ou por código. É o 3-D Secure, que protege você.',
          '- Depois você volta ao pedido. Se a conexão cair no caminho, nada é pago duas vezes: perguntamos ao provedor o que aconteceu.',
        ],
      },
      {
        heading: 'Se o cartão for recusado',
        text: [
          'Só ficamos sabendo que o banco disse não. Confira o número, a validade e o limite, fale com o banco, ou pague de outra forma no mesmo pedido em até 30 minutos.',
        ],
      },
      {
        heading: 'Parcelas',
        text: ['No Brasil dá para pagar em até 12 vezes. A tela de pagamento diz quanto custa cada parcela.'],
      },
      {
        heading: 'Dinheiro de volta',
        text: [
          'O reembolso vai para o mesmo cartão, até 180 dias depois do pagamento. O banco leva alguns dias para mostrar; o pedido diz quando enviamos.',
        ],
      },
    ],
  },
};
