import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Thanh toán hoạt động thế nào',
    summary: 'Bạn trả gì, khi nào, và tiền ở đâu cho đến khi bạn có hàng.',
    act: {
      text: 'Xem đơn hàng và khoản đã trả',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Một tổng số, trước khi trả',
        text: [
          'Khi đặt hàng bạn thấy hàng hóa, phí vận chuyển từng kiện và tổng bằng tiền của bạn. Khi gian hàng định giá bằng loại tiền khác, tỷ giá được ghi cạnh tổng và khóa lại trong lúc bạn trả.',
          'Bạn trả một lần, kể cả khi giỏ có hàng của nhiều gian hàng. Mỗi gian hàng nhận một đơn riêng mà bạn theo dõi, hủy hoặc xác nhận tách với các đơn khác.',
        ],
      },
      {
        heading: 'Cách thanh toán',
        text: [
          'Có những cách nào tùy theo nước bạn. Trang đặt hàng chỉ hiện những cách dùng được cho bạn, kèm bước tiếp theo.',
          '- [Thẻ](/help/card): thẻ tín dụng, ở hầu hết các nước. Ở Brazil còn được trả góp.',
          '- [Pix](/help/pix): Brazil, trong vài giây.',
          '- [Boleto](/help/boleto): Brazil, tại bất kỳ ngân hàng nào hoặc trong ứng dụng ngân hàng.',
        ],
      },
      {
        heading: 'Chúng tôi giữ tiền',
        text: [
          'Tiền của bạn không đến gian hàng ngay. Chúng tôi giữ cho đến khi bạn nói hàng đã đến, hoặc đến khi hết thời hạn nói. Xem [bạn được bảo vệ thế nào](/help/safety).',
        ],
      },
      {
        heading: 'Nếu thanh toán không thành công',
        text: [
          'Đơn hàng vẫn giữ nguyên cho đến hết hạn thanh toán, và hàng vẫn được giữ cho bạn. Hãy mở trong [Đơn hàng của bạn](/account/orders), hoặc bằng liên kết trong thư, và trả cách khác.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Trả bằng boleto',
    summary: 'Bạn nhận phiếu có mã vạch và trả tại bất kỳ ngân hàng nào ở Brazil trong ba ngày.',
    act: {
      text: 'Tìm phiếu trong đơn hàng',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Cách làm',
        text: [
          '- Chọn boleto khi đặt hàng và nhập CPF hoặc CNPJ của người trả, theo yêu cầu của luật.',
          '- Bạn nhận phiếu: chép dãy số vào ứng dụng ngân hàng, hoặc in ra và trả tại ngân hàng hay điểm xổ số.',
          '- Ngân hàng báo cho chúng tôi vào ngày làm việc kế tiếp hoặc ngày sau nữa. Khi đó gian hàng được báo gửi hàng.',
        ],
      },
      {
        heading: 'Bạn có bao lâu',
        text: [
          'Phiếu đến hạn ba ngày sau khi đặt, và hàng được giữ đến lúc đó. Bạn có thể đóng trang: phiếu chờ trong đơn hàng và trong thư của chúng tôi.',
          'Nếu tiền không đến kịp, đơn hết hạn và bạn không nợ gì. Phiếu trả trễ vẫn có giá trị nếu còn hàng; nếu không, bạn nhận lại toàn bộ tiền.',
        ],
      },
      {
        heading: 'Hoàn tiền',
        text: ['Boleto không đảo ngược được, nên tiền hoàn đến bằng chuyển khoản vào tài khoản người trả.'],
      },
    ],
  },
  pix: {
    title: 'Trả bằng Pix',
    summary: 'Quét mã QR hoặc chép mã vào ứng dụng ngân hàng; trả trong vài giây, bất kỳ giờ nào.',
    act: {
      text: 'Mở đơn hàng để trả',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Cách làm',
        text: [
          '- Chọn Pix khi đặt hàng. Bạn thấy mã QR, và cùng mã đó dạng chữ để chép.',
          '- Mở ứng dụng ngân hàng, chọn Pix, quét mã hoặc dán đoạn chữ, kiểm tra số tiền và xác nhận.',
          '- Trang này tự nhận ra khoản thanh toán, thường trong vài giây.',
        ],
      },
      {
        heading: 'Bạn có bao lâu',
        text: ['Mã có giá trị 30 phút. Khi hết hạn, đơn kết thúc và bạn không nợ gì; hãy đặt lại để có mã mới.'],
      },
      {
        heading: 'Hoàn tiền',
        text: ['Tiền hoàn về qua Pix vào tài khoản đã trả, đến 90 ngày sau khi thanh toán.'],
      },
    ],
  },
  card: {
    title: 'Trả bằng thẻ',
    summary: 'Bạn nhập số thẻ trên trang của nhà cung cấp thanh toán; số thẻ không bao giờ đến chúng tôi.',
    act: {
      text: 'Mở đơn hàng và trả cách khác',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Cách làm',
        text: [
          '- Chọn thẻ khi đặt hàng. Bạn được đưa đến trang của nhà cung cấp thanh toán để nhập thông tin thẻ.',
          '- Ngân hàng có thể yêu cầu xác nhận trong ứng dụng hoặc bằng mã. Đó là 3-D Secure, để bảo vệ bạn.',
          '- Bạn trở lại đơn hàng. Nếu kết nối ngắt giữa chừng, không khoản nào bị trả hai lần: chúng tôi hỏi nhà cung cấp kết quả.',
        ],
      },
      {
        heading: 'Nếu thẻ bị từ chối',
        text: [
          'Chúng tôi chỉ được báo rằng ngân hàng từ chối. Hãy kiểm tra số, ngày và hạn mức, hỏi ngân hàng, hoặc trả cách khác từ cùng đơn trong 30 phút.',
        ],
      },
      {
        heading: 'Trả góp',
        text: ['Ở Brazil, thẻ trả góp được đến 12 kỳ. Trang đặt hàng cho biết mỗi kỳ bao nhiêu.'],
      },
      {
        heading: 'Hoàn tiền',
        text: [
          'Tiền hoàn về chính thẻ đó, đến 180 ngày sau khi thanh toán. Ngân hàng cần vài ngày để hiện; đơn hàng ghi khi nào chúng tôi gửi.',
        ],
      },
    ],
  },
};
