import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Entrega y seguimiento',
    summary: 'Cuándo se envía un paquete, dónde está y qué pasa si no llega.',
    act: {
      text: 'Sigue tus paquetes',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Del pago a tu puerta',
        text: [
          'Una tienda tiene siete días para enviar después de tu pago. Los días que se indican junto al envío se cuentan desde entonces.',
          'Cada tienda envía su propio paquete. Con dos tiendas en tu carrito llegan dos paquetes, cada uno en su día.',
        ],
      },
      {
        heading: 'Dónde está mi paquete',
        text: [
          'Abre el pedido en [Tus pedidos](/account/orders). Allí ves cada paso que nos comunica el transportista, aduana incluida, y el número con el que preguntarle. Si no tienes cuenta, usa el enlace de nuestro correo.',
        ],
      },
      {
        heading: 'Si no llega',
        text: [
          '- No enviado después de siete días: el pedido termina solo y lo recuperas todo.',
          '- Perdido o devuelto a la tienda: te reembolsamos sin que lo pidas.',
          '- Figura como entregado pero no está: mira la dirección del pedido, pregunta primero a los vecinos y al transportista, y luego [escríbenos](/help/contact) antes de aceptar el pedido.',
        ],
      },
    ],
  },
  duties: {
    title: 'Aranceles e impuestos de importación',
    summary: 'Lo que tu país puede pedir por artículos del extranjero, y quién lo paga.',
    act: {
      text: 'Imprime un pedido como prueba de su precio',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Qué incluye el precio',
        text: [
          'El total al finalizar la compra es por los artículos y su envío. Los aranceles e impuestos de importación solo están incluidos si aparecen en una línea propia.',
        ],
      },
      {
        heading: 'Lo que puede pedir tu país',
        text: [
          'Los artículos que cruzan una frontera pueden pagar aranceles e impuestos. Cuánto depende de qué son, dónde se fabricaron y cuánto costaron. Si la aduana pide algo, el transportista te lo dice antes de la entrega, y pagas al transportista o a la aduana, nunca a nosotros.',
          'La página de un producto dice dónde se fabricó. El sitio de tu autoridad aduanera indica los tipos y el importe por debajo del cual no se paga nada.',
        ],
      },
      {
        heading: 'Un paquete retenido por la aduana',
        text: [
          'Entonces lo dice el seguimiento del pedido. La aduana suele querer una prueba del precio: tu pedido se puede imprimir. Responde pronto al mensaje del transportista, porque los paquetes se devuelven al cabo de unas semanas.',
        ],
      },
    ],
  },
  returns: {
    title: 'Cancelaciones, devoluciones y reembolsos',
    summary: 'Cómo deshacer un pedido, qué hacer si los artículos no están bien y cuándo llega el dinero.',
    act: {
      text: 'Cancela un pedido o mira un reembolso',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Antes de que se envíe',
        text: [
          'Abre el pedido y elige cancelar. Los pedidos sin pagar terminan al momento. Si está pagado, devolvemos todo el importe.',
          'Cuando el paquete ya está en camino, no se puede cancelar; recházalo en la puerta o devuélvelo como te indique la tienda.',
        ],
      },
      {
        heading: 'Si los artículos no están bien',
        text: [
          'Rotos, incompletos o distintos de lo descrito: no aceptes el pedido. Haz fotos, también del embalaje, y [escríbenos](/help/contact) con el número del pedido en los 15 días siguientes a la entrega. Mientras tanto, el dinero se queda con nosotros.',
        ],
      },
      {
        heading: 'Cuándo llega el dinero',
        text: [
          'Un reembolso va por donde pagaste: [tarjeta](/help/card), [Pix](/help/pix) o, después de un [boleto](/help/boleto), por transferencia. El pedido muestra cuándo se pidió, cuándo lo confirmó el proveedor y cuánto es.',
        ],
      },
    ],
  },
};
