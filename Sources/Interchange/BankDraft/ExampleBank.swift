/// The bank that a new one begins as: small, complete, with a comment at each feature.
public enum ExampleBank {
  /// The text of the example under an id, and a title that can stand in a bank.
  public static func text(id: String, title: String) -> String {
    "---\nbank: \(id)\ntitle: \(title)\nlanguage: en\n---\n\n# \(title)\n\n" + body
  }

  private static let body = """
    <!-- What follows is an example, about musical instruments, that passes `kpo bank check --strict`. Put your words in
    the place of these, section by section. What stands in such marks is for you alone; learners never see it. -->

    Prose like this is notes: `kpo read` shows it, and so does :read inside a question.

    <!-- Each section has a stable id, and may have a weight: its share of an exam. -->

    ## Instruments {#instruments weight=60}

    An orchestra puts its instruments into families, by the way in which their sound is made.

    <!-- `lists: examples` says that more could belong to each family than stands here; `lists: complete` would say
    that nothing else does. An `ask` line makes questions: which column, from which other, and the words. Ask what is
    "listed" where a list is open. A column on the `descriptions` line holds texts that you may reword later without
    anybody losing progress. A `why` line is the sentence of the feedback. -->

    > lists: examples
    > ask Family from Instrument: Under which family of instruments is the {Instrument} listed?
    > ask Instrument from Family: Which of these instruments is listed under the {Family}?
    > ask Instrument from Feature: Which instrument is meant here: {Feature}?
    > ask Feature from Instrument: What is said here of the {Instrument}?
    > descriptions: Feature
    > why: These notes list the {Instrument} under the {Family}.
    > why: {Feature}: that is the {Instrument}.

    <!-- An empty first cell repeats the one above. -->

    | Family     | Instrument  | Feature                              |
    | ---------- | ----------- | ------------------------------------ |
    | Strings    | Violin      | Held under the chin, with four pegs  |
    |            | Cello       | Played sitting, between the knees    |
    |            | Harp        | Plucked with both hands, has pedals  |
    | Woodwinds  | Oboe        | Gives the note that others tune to   |
    |            | Bassoon     | Folded wood, deep, with a long crook |
    |            | Clarinet    | One reed, and a bell of dark wood    |
    | Brass      | Trombone    | Changes its notes with a slide       |
    |            | French Horn | Coiled, with a hand inside the bell  |
    |            | Tuba        | The lowest, carried on the lap       |
    | Percussion | Timpani     | Copper bowls tuned by a pedal        |
    |            | Xylophone   | Wooden bars struck with mallets      |
    |            | Triangle    | A bent rod of steel, open at a side  |

    ## Words for Speed {#tempo weight=25}

    <!-- Several names in one cell stand between semicolons. This list is complete. -->

    > lists: complete
    > ask Pace from Word: What kind of pace does the word {Word} ask for?
    > ask Word from Pace: Which of these words asks for {Pace}?
    > why: {Word} asks for {Pace}.

    | Pace          | Word                  |
    | ------------- | --------------------- |
    | a slow pace   | Largo; Lento; Adagio  |
    | a middle pace | Andante; Moderato     |
    | a fast pace   | Allegro; Vivace       |

    ## Two Keyboards {#keyboards weight=15}

    <!-- A comparison: the first column says what is compared, the others are the things. -->

    > compare: Piano; Harpsichord
    > ask Cell from Column: Which of these is true of the {Column} rather than of the other keyboard?
    > why: Of the two keyboards, this is true of the {Column}: {Cell}.

    | Aspect         | Piano                       | Harpsichord                |
    | -------------- | --------------------------- | -------------------------- |
    | Sound          | Small hammers hit the wires | Small quills pluck wires   |
    | Force of touch | A harder touch is louder    | One loudness for any touch |
    | Heyday         | In fashion since about 1800 | In fashion until about 1750 |

    <!-- Names that mean the same (`=`), that are too close to stand in one question (`~`), and that only look alike
    (`!=`). `Name [note]` would tell two equal names apart. -->

    ## Names {#names}

    - Timpani = Kettledrums
    - Largo ~ Lento
    - Largo ~ Adagio
    - Lento ~ Adagio

    """
}
