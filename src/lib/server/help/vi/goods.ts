import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Giao hàng và theo dõi',
    summary: 'Khi nào kiện được gửi, đang ở đâu, và điều gì xảy ra nếu không đến.',
    act: {
      text: 'Theo dõi kiện hàng',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Từ thanh toán đến cửa nhà bạn',
        text: [
          'Gian hàng có bảy ngày để gửi sau khi bạn thanh toán. Số ngày ghi cạnh phí vận chuyển tính từ lúc gửi.',
          'Mỗi gian hàng gửi kiện riêng. Nếu giỏ có hai gian hàng, hai kiện sẽ đến vào ngày riêng.',
        ],
      },
      {
        heading: 'Kiện hàng đang ở đâu',
        text: [
          'Mở đơn trong [Đơn hàng của bạn](/account/orders). Dòng thời gian cho thấy từng bước hãng vận chuyển báo, kể cả hải quan, và mã để hỏi hãng. Nếu không có tài khoản, hãy dùng liên kết trong thư của chúng tôi.',
        ],
      },
      {
        heading: 'Khi hàng không đến',
        text: [
          '- Chưa gửi sau bảy ngày: đơn hàng tự kết thúc và bạn nhận lại toàn bộ.',
          '- Thất lạc hoặc quay về gian hàng: chúng tôi tự hoàn tiền cho bạn.',
          '- Báo đã giao nhưng không thấy: hãy xem địa chỉ trên đơn, hỏi hàng xóm và hãng vận chuyển trước, rồi [viết cho chúng tôi](/help/contact) trước khi bạn xác nhận đơn.',
        ],
      },
    ],
  },
  duties: {
    title: 'Thuế quan và thuế nhập khẩu',
    summary: 'Nước bạn có thể thu gì với hàng từ nước ngoài, và ai trả.',
    act: {
      text: 'In đơn hàng làm chứng từ giá',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Giá gồm những gì',
        text: [
          'Tổng khi đặt hàng gồm hàng hóa và vận chuyển. Thuế quan và thuế nhập khẩu chỉ có trong đó khi được ghi thành dòng riêng.',
        ],
      },
      {
        heading: 'Nước bạn có thể thu gì',
        text: [
          'Hàng qua biên giới có thể bị thu thuế. Bao nhiêu tùy theo đó là gì, làm ở đâu và giá bao nhiêu. Khi hải quan thu, hãng vận chuyển báo bạn trước khi giao, và bạn trả cho hãng hoặc hải quan, không bao giờ trả cho chúng tôi.',
          'Trang sản phẩm ghi nơi sản xuất. Trang của cơ quan hải quan nước bạn cho biết thuế suất và mức giá trị miễn thuế.',
        ],
      },
      {
        heading: 'Kiện bị hải quan giữ',
        text: [
          'Khi đó dòng thời gian của đơn ghi như vậy. Hải quan thường cần chứng từ giá: bạn có thể in đơn hàng. Hãy sớm trả lời tin của hãng vận chuyển, vì sau vài tuần kiện sẽ quay về.',
        ],
      },
    ],
  },
  returns: {
    title: 'Hủy đơn, trả hàng và hoàn tiền',
    summary: 'Cách hủy đơn, làm gì khi hàng không ổn, và khi nào có tiền.',
    act: {
      text: 'Hủy đơn hoặc xem hoàn tiền',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Trước khi gửi',
        text: [
          'Mở đơn và chọn hủy. Đơn chưa thanh toán kết thúc ngay. Với đơn đã thanh toán, chúng tôi gửi lại toàn bộ tiền.',
          'Khi kiện đã trên đường thì không hủy được; hãy từ chối nhận tại cửa hoặc gửi lại theo hướng dẫn của gian hàng.',
        ],
      },
      {
        heading: 'Khi hàng không ổn',
        text: [
          'Hỏng, thiếu hoặc không đúng mô tả: đừng xác nhận đơn. Hãy chụp ảnh, cả bao bì, và [viết cho chúng tôi](/help/contact) kèm số đơn trong 15 ngày kể từ khi giao. Trong lúc đó chúng tôi giữ tiền.',
        ],
      },
      {
        heading: 'Khi nào có tiền',
        text: [
          'Tiền hoàn về theo cách bạn đã trả: [thẻ](/help/card), [Pix](/help/pix) hoặc, sau [boleto](/help/boleto), bằng chuyển khoản. Đơn hàng ghi khi nào đã yêu cầu, khi nào nhà cung cấp xác nhận, và bao nhiêu.',
        ],
      },
    ],
  },
};
