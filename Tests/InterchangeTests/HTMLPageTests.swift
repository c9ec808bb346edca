import Interchange
import QuestionGenerator
import Testing

/// What a page promises beyond its text: it loads nothing, runs nothing, and prints well.
@Suite struct HTMLPageTests {
  let pages = [PaperFormat.html.questions, PaperFormat.html.key].map { $0(paper([.choice(key: 0)], language: "de")) }

  @Test func nothingIsLoadedOrRun() {
    for page in pages {
      #expect(
        page.contains(
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"))
      for word in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "http://", "https://"] {
        #expect(!page.contains(word), "\(word)")
      }
    }
  }

  @Test func itIsReadInItsLanguageInLightAndDarkAndOnPaper() {
    for page in pages {
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n"))
      for rule in ["color-scheme: light dark", "@media print", "break-inside: avoid"] { #expect(page.contains(rule)) }
    }
  }

  @Test func aLanguageCannotLeaveItsAttribute() {
    let page = PaperFormat.html.key(to: paper([], language: "\" onload=\"alert(1)"))
    #expect(page.contains("<html lang=\"&quot; onload=&quot;alert(1)\">"))
  }
}
