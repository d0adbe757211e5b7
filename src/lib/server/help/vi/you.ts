import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Bạn được bảo vệ thế nào',
    summary: 'Chúng tôi giữ tiền của bạn cho đến khi bạn có hàng, và biết các gian hàng là ai.',
    act: {
      text: 'Giữ tài khoản an toàn',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Chúng tôi giữ tiền của bạn',
        text: [
          'Gian hàng được trả tiền khi bạn xác nhận đã nhận. Nếu bạn không nói gì, đơn được coi là đã nhận 15 ngày sau khi hãng vận chuyển giao, hoặc 60 ngày sau khi gửi nếu không ai báo đã giao. Trước đó tiền vẫn có thể về lại bạn.',
        ],
      },
      {
        heading: 'Ai bán',
        text: [
          'Mỗi gian hàng chứng minh với chúng tôi ai đứng sau trước khi được bán, và mỗi tin đăng được xem trước khi hiện. Trang gian hàng cho biết đó là công ty hay cá nhân.',
        ],
      },
      {
        heading: 'Cách giữ an toàn',
        text: [
          '- Chỉ trả trên trang đặt hàng của chúng tôi. Gian hàng đòi chuyển khoản hay dẫn sang trang khác là muốn rời sự bảo vệ này: [báo cho chúng tôi](/help/contact).',
          '- Chúng tôi không bao giờ hỏi mật khẩu, số thẻ hay mã ngân hàng của bạn, qua thư hay điện thoại.',
          '- Dùng mật khẩu riêng cho nơi này và bật bước thứ hai trong [Đăng nhập và thiết bị](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Tài khoản của bạn',
    summary: 'Tài khoản để làm gì, cách vào lại, và cách mang dữ liệu đi hoặc xóa.',
    act: {
      text: 'Đến tài khoản của bạn',
      href: '/account',
    },
    parts: [
      {
        heading: 'Tôi có cần tài khoản không',
        text: [
          'Không. Bạn có thể đặt hàng chỉ với địa chỉ email và theo dõi đơn bằng liên kết trong thư. Với tài khoản, bạn lưu địa chỉ, xem mọi đơn ở một nơi và không phải nhập gì hai lần. [Tạo tài khoản](/sign-up) với cùng địa chỉ, và các đơn trước vẫn tìm được bằng liên kết của chúng.',
        ],
      },
      {
        heading: 'Vào lại tài khoản',
        text: [
          'Nếu không còn nhớ mật khẩu, hãy [xin mật khẩu mới](/forgot-password). Liên kết trong thư dùng được một lần và trong thời gian ngắn. Không thấy thư: hãy xem mục thư rác và kiểm tra địa chỉ.',
        ],
      },
      {
        heading: 'Đăng nhập không cần mật khẩu',
        text: [
          'Với [khóa truy cập](/account/passkeys), ngón tay, khuôn mặt hoặc mã số điện thoại của bạn mở tài khoản. Trình duyệt gợi ý khóa trong ô địa chỉ email. Mật khẩu vẫn còn, cho thiết bị không có khóa.',
          '[Bước thứ hai](/account/second-step) hỏi mã từ điện thoại sau mật khẩu. Hãy giữ các mã khôi phục: mỗi mã mở tài khoản một lần nếu mất điện thoại.',
        ],
      },
      {
        heading: 'Ngôn ngữ, quốc gia và tiền tệ',
        text: ['Chọn trong [Giao hàng, ngôn ngữ và tiền tệ](/preferences). Từ đó giá hiện bằng loại tiền đó.'],
      },
      {
        heading: 'Dữ liệu của bạn',
        text: [
          'Trong [Tài khoản của bạn](/account) bạn thấy chúng tôi biết gì về bạn, và bạn có thể đổi, mang đi hoặc xóa gì.',
          'Trong [Dữ liệu của bạn](/account/data) bạn quyết định chúng tôi có lưu những gì bạn xem không, lấy bản sao mọi thứ chúng tôi có về bạn, hoặc xóa tài khoản. Việc xóa có bảy ngày để bạn nghĩ lại.',
        ],
      },
    ],
  },
  contact: {
    title: 'Viết cho chúng tôi',
    summary: 'Hỏi ai về việc gì, và cần có sẵn gì.',
    act: {
      text: 'Xem đơn hàng của bạn',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Về một đơn hàng',
        text: [
          'Hãy trả lời bất kỳ thư nào chúng tôi gửi về đơn đó: có người đọc. Giữ số đơn trong tiêu đề. Hãy nói chuyện gì xảy ra, từ khi nào và bạn mong muốn gì; thêm ảnh nếu có gì hỏng.',
          'Kiện đang ở đâu, khi nào phải trả và bạn làm gì tiếp theo đều ghi trên chính đơn hàng, trong [Đơn hàng của bạn](/account/orders).',
        ],
      },
      {
        heading: 'Về một sản phẩm',
        text: [
          'Gian hàng hiểu hàng của mình nhất. Hãy hỏi trên trang sản phẩm: gian hàng trả lời ở đó, và bạn nhận thư khi có trả lời.',
        ],
      },
      {
        heading: 'Khi có trang gặp trục trặc',
        text: [
          'Hãy cho biết số mà trang hiện, bạn đã làm gì trước đó và khoảng lúc nào. Có số đó chúng tôi sẽ tìm ra.',
        ],
      },
    ],
  },
};
