extension WatchedWords {
  /// English words that allow no exception, which options that are wrong tend to have.
  ///
  /// Words that are more often part of a plain definition are left out, such as "must", "nothing" or "impossible".
  public static let absolute = WatchedWords(
    [
      "all", "always", "completely", "entirely", "every", "everybody", "everyone", "everything", "exclusively",
      "invariably", "never", "nobody", "none", "only", "totally", "wholly", "without exception",
    ],
    except: [
      "not only", "if only", "only child", "only children", "if and only if", "only if", "the only", "only a few",
      "at all", "of all", "above all", "after all", "for all", "in all", "not all", "almost all", "nearly all",
      "all but", "all or", "all over", "all along", "all around", "all round", "all at once", "all sorts", "all kinds",
      "all year", "all day", "all night", "all the same", "all the more", "all told", "all together",
      "once and for all", "almost always", "nearly always", "not always", "almost never", "never mind", "almost none",
      "none other", "none the", "second to none", "every day", "every night", "every week", "every month",
      "every year", "every hour", "every minute", "every second", "every third", "every other", "every few",
      "every spring", "every summer", "every autumn", "every winter", "every season", "every so often",
      "every now and then", "almost every", "nearly every", "not every", "almost everything", "not everything",
      "almost everyone", "not everyone", "not completely", "almost completely", "not entirely", "almost entirely",
      "not wholly", "wholly owned", "not exclusively", "almost exclusively",
    ])

  /// English words that say neither how much nor how often, which options that are right tend to have.
  ///
  /// Words that are more often plain are left out, such as "almost" or "several".
  public static let vague = WatchedWords(
    [
      "etc", "frequently", "generally", "mainly", "many", "mostly", "normally", "occasionally", "often", "perhaps",
      "possibly", "probably", "rarely", "seldom", "some", "sometimes", "somewhat", "typically", "usually",
    ],
    except: [
      "how often", "more often than", "less often than", "as often as", "not often", "every so often", "how frequently",
      "more frequently than", "less frequently than", "as frequently as", "how many", "as many", "twice as many",
      "so many", "too many", "not many", "many times", "a good many", "many to one", "one to many", "some day",
      "some other", "generally accepted", "more generally", "normally closed", "normally open", "normally distributed",
    ])
}
