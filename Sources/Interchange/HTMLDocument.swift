/// The frame of a page that loads nothing and runs nothing.
enum HTMLDocument {
  /// A whole document around what stands in its body.
  static func text(language: String, title: String, style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLText.escapedOnOneLine(language))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.escapedOnOneLine(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
