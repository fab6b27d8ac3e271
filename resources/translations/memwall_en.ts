<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;model config…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Movie…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Handout for a class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trace for Perfetto…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the &amp;scenario…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the timeline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select from the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select up to the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would it &amp;take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;scenario says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of s&amp;cenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ans&amp;wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ti&amp;meline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain what I point at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;harts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Where does this number come from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Predicted against measured…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;rue widths of openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One chip or &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark &amp;%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a bookmark; again removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add this system as a lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a lane &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a lane from a f&amp;ile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Race view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane &amp;%1 in Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move lane &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move lane &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the step &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Present from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present from &amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker&apos;s n&amp;otes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popular &amp;claims, tested…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogChoices</name>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 layers, %3 wide, context of %4 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 and 6-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPU, Trainium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wafer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataflow (RDU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardwired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In-memory and other ASIC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laptop, desktop, phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QKV projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all-reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all-to-all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hop to the next chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LM head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduler and sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>%1: the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full; make room on it or choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is used up; make room in it or choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file would be longer than is allowed (see ulimit -f)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot write: %2; the file that was there is unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot write: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: is a folder; expected a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: is no plain file; give a file, or - for standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: is longer than the %2 MiB that are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The chip “This computer” is left out; measure it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Nothing is called “%1”. Try attention, layer 12, token 37, request 3 or prefill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The model has %n layers.</source>
        <translation>
            <numerusform>The model has %n layer.</numerusform>
            <numerusform>The model has %n layers.</numerusform>
        </translation>
    </message>
    <message>
        <source>The longest answer here has %1 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request %1 was turned away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are requests 1 to %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this run, which has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memwall %1 · scenario %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name: ______________________________________</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date: ____________________</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 after the request came in. Area is bytes, width is bandwidth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where one token’s time goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures and where they come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions and sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the teacher: answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typically %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers have one token only: there is no time between two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From left to right: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many bytes of weights pass the walls of all chips for one token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bandwidth of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bandwidth between chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the waiting: launches and hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may double one thing. Which saves most time per token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may double one thing. Which saves most time until the token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 less time per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 less time until the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you change first, and what stands in the way then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindows</name>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk to the next control, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space or Return on a control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return in a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what was typed, and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down in a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more, one less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down, Return in a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Memwall %1&lt;/h3&gt;&lt;p&gt;Watch AI inference wait for memory.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt %2 and Qt Charts, QCustomPlot (all GPL-3.0), giflib and nlohmann_json (MIT).&lt;/p&gt;&lt;p&gt;The program works offline and sends nothing anywhere.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <comment>one key or another</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More bandwidth, less bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPages</name>
    <message>
        <source>Show the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelConfig</name>
    <message>
        <source>%1: %2 parameters, %3 layers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberInput</name>
    <message>
        <source>Allowed: whole numbers from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a point separates decimals, a comma thousands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OriginPage</name>
    <message>
        <source>◆ fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✚ physics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the validated range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in words, then with the present numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest published measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of each series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog has no published measurement of this figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurements are being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured ÷ predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same conditions, as far as stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ vendor  ● measured  ▲ paper  ✚ physics  ○ estimate  ◆ fitted to measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joint fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n groups; %1 before</source>
        <translation>
            <numerusform>%n group; %1 before</numerusform>
            <numerusform>%n groups; %1 before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>tokens/s · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ too much to play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 tokens</source>
        <translation>
            <numerusform>%1 of %2 token</numerusform>
            <numerusform>%1 of %2 tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 users</source>
        <translation>
            <numerusform>%1 user</numerusform>
            <numerusform>%1 users</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 requests, %2 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 requests in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts: %1 tokens a pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 tokens of prompt, %3 tokens of answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no request to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 (base)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned away: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much to play: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s, user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s, all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy/token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 M tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, one chip: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy these totals as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weights 3 GB</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute busy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tokens written</source>
        <translation>
            <numerusform>%n token written</numerusform>
            <numerusform>%n tokens written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioBar</name>
    <message>
        <source>Hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speculative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disaggregated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run at once at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else of the scenario: batching, KV cache, engine, names … (Ctrl+,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips, and how many of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips in the pool that decodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many of this chip can be joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language model that answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight, or a number format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace of this scenario says when requests come and how long they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that arrive, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users who ask at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speculative decoding: a small model drafts, the large one checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disaggregated: prefill and decode on chips of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model holds %1 tokens, and the answer takes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model holds %1 tokens, and the prompt takes %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPopup</name>
    <message>
        <source>The chip&apos;s usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuous: join and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunked: prompts in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Static: fixed groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each asks again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By chance, at a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An extra layer (MTP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An EAGLE layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked up in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the lane after its hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the lane %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the KV cache on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the KV cache off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafting is computed with a KV cache only. Turn Speculative off first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pools of their own hand the KV cache to each other. Put them together first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts in parts need the KV cache of the parts before. Choose another batching first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the KV cache to %1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the engine to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set batching to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts in parts need the KV cache of the parts before. Turn the KV cache on first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take prompts in parts of %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let requests come: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let drafts come from: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let %1 draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft %1 tokens at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set acceptance to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>%1 of the time for the other room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the time for work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the time for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the time for the other chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the time for fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arithmetic sets the pace %1 of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sets the pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV %1 · +%3 a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV %1 · +%3 a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache in %4 · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stream stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 of peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the straw · %2 of peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the other room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arithmetic sets the pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 cores wait for data</source>
        <translation>
            <numerusform>%1 of %2 core waits for data</numerusform>
            <numerusform>%1 of %2 cores wait for data</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cores wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two racks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 chips, %2</source>
        <translation>
            <numerusform>%1 chip, %2</numerusform>
            <numerusform>%1 chips, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 chips, %2: %3 a token</source>
        <translation>
            <numerusform>%1 chip, %2: %3 a token</numerusform>
            <numerusform>%1 chips, %2: %3 a token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the model does not fit. %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 a token. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times as fast for %3 times the chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slower for %2 times the chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rack %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log widths: ×10 bandwidth = +%1 of the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true scale: the wall is %1 high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + draft %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sold as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full stream = %1 a second here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one block = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>weights %1 · %2 layers</source>
        <translation>
            <numerusform>weights %1 · %2 layer</numerusform>
            <numerusform>weights %1 · %2 layers</numerusform>
        </translation>
    </message>
    <message>
        <source>Door of %1: its bandwidth is not published, so it costs no time here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Door of %1: bytes that pass / time / its peak of %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 each way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory wall still stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory wall is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, for each user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much to play here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one piece = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Rounds of %1 drafts and their check</source>
        <translation>
            <numerusform>Rounds of %1 draft and its check</numerusform>
            <numerusform>Rounds of %1 drafts and their check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 drafts are found in the text so far</source>
        <translation>
            <numerusform>%1 draft is found in the text so far</numerusform>
            <numerusform>%1 drafts are found in the text so far</numerusform>
        </translation>
    </message>
    <message>
        <source>The intern drafts word %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The big model checks %1 drafts of each user at once</source>
        <translation>
            <numerusform>The big model checks %1 draft of each user at once</numerusform>
            <numerusform>The big model checks %1 drafts of each user at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The big model checks %1 drafts at once</source>
        <translation>
            <numerusform>The big model checks %1 draft at once</numerusform>
            <numerusform>The big model checks %1 drafts at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prefill · %1 tokens at once</source>
        <translation>
            <numerusform>Prefill · %1 token at once</numerusform>
            <numerusform>Prefill · %1 tokens at once</numerusform>
        </translation>
    </message>
    <message>
        <source>Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Prefill of the intern · %1 tokens at once</source>
        <translation>
            <numerusform>Prefill of the intern · %1 token at once</numerusform>
            <numerusform>Prefill of the intern · %1 tokens at once</numerusform>
        </translation>
    </message>
    <message>
        <source>The KV cache travels</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Decode and a part of a prompt · %1 tokens at once</source>
        <translation>
            <numerusform>Decode and a part of a prompt · %1 token at once</numerusform>
            <numerusform>Decode and a part of a prompt · %1 tokens at once</numerusform>
        </translation>
    </message>
    <message>
        <source>The KV cache travels · %1 across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the next request, in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pool has done its part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are the wiring: nothing is fetched but %1 of KV cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are the wiring: nothing is fetched, only the token moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step reads %1 of SRAM, right beside the cores that use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each haul of %1 through this chip&apos;s opening serves the writers and the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All these tokens share one haul of %1 through this chip&apos;s opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole prompt shares one haul of %1 through this chip&apos;s opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each round of drafts and checking hauls %1 through this chip&apos;s opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Each haul of %1 through this chip&apos;s opening writes %2 tokens, one for each user.</source>
        <translation>
            <numerusform>Each haul of %1 through this chip&apos;s opening writes %2 token, one for each user.</numerusform>
            <numerusform>Each haul of %1 through this chip&apos;s opening writes %2 tokens, one for each user.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every token hauls %1 through this chip&apos;s opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 users in step</source>
        <translation>
            <numerusform>%1 user in step</numerusform>
            <numerusform>%1 users in step</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What prefill has written crosses the link before the next word can follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves: no bytes pass, no arithmetic runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 chips work in step; this is one of them.</source>
        <translation>
            <numerusform>%1 chip works in step; this is the one.</numerusform>
            <numerusform>%1 chips work in step; this is one of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>chip 1 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the rack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launch and other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it stands: compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it stands: latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it stands: communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it stands: capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it stands: the transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it stands: the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 readers share each trip of the weights</source>
        <translation>
            <numerusform>%1 reader has each trip of the weights for itself</numerusform>
            <numerusform>%1 readers share each trip of the weights</numerusform>
        </translation>
    </message>
    <message>
        <source>One reader has each trip of the weights for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 prompts are read</source>
        <translation>
            <numerusform>a prompt is read</numerusform>
            <numerusform>%1 prompts are read</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 experts a layer, %2 for each token</source>
        <translation>
            <numerusform>%1 expert a layer, %2 for each token</numerusform>
            <numerusform>%1 experts a layer, %2 for each token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 experts awake in each layer, others in every one</source>
        <translation>
            <numerusform>%1 of %2 expert awake in each layer, others in every one</numerusform>
            <numerusform>%1 of %2 experts awake in each layer, others in every one</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer %1 has no experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Layer %1: %2 of %3 experts awake for %4 tokens</source>
        <translation>
            <numerusform>Layer %1: %2 of %3 experts awake for one token</numerusform>
            <numerusform>Layer %1: %2 of %3 experts awake for %4 tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafting begins when the prompt is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last round of drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The big model checks %1 drafts in one pass</source>
        <translation>
            <numerusform>The big model checks %1 draft in one pass</numerusform>
            <numerusform>The big model checks %1 drafts in one pass</numerusform>
        </translation>
    </message>
    <message>
        <source>The small model drafts word %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No notepad: the next token works on all %1 tokens again</source>
        <translation>
            <numerusform>No notepad: the next token works on the %1 token again</numerusform>
            <numerusform>No notepad: the next token works on all %1 tokens again</numerusform>
        </translation>
    </message>
    <message>
        <source>cut from an ordinary wafer, same scale: at most 858 mm² each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut from an ordinary wafer, same scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordinary dies, same scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 beside %3 cores · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red: dead zones, routed around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model? Not on this chip: it needs new silicon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>really %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: bytes only pass through here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of one chip keeps the weights and the notepad of every reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory wall: everything that arithmetic needs comes through this opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A door on the way to arithmetic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How high an opening of %1 stands on the scale of this picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 GB/s take 2 % of the wall, 21 PB/s all of it; each factor of ten adds the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height / wall = bandwidth / 21 PB/s, at least one pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has passed this opening since the last word was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this opening&apos;s bytes now − those when the step began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arithmetic units. A lit square works, a dark one waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations / time / peak of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wall behind the memory wall: more bandwidth would change little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest part of a mean token&apos;s time, see the breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more chips do the same on their share of the weights; %2 joins them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one piece is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all-reduce: start + 2 (n − 1) / n × bytes / rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chip %1 serves other requests: it belongs to another replica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chip %1 works on its share of this operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chip %1 waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chips at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds %1: weights / (tensor × pipeline parallel) + KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hop between racks: every chip waits until the last one has heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency + bytes / rate, twice a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the time of one token goes on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parts add up to the time per output token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct experts of T tokens with k each of N: N (1 − (1 − k / N)^T), less for crowding; which ones is an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bar is prompt + written tokens, of %1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draft is kept when all before it were, each with its acceptance rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without KV cache a token costs a prefill of its whole context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The uncut wafer: memory and arithmetic lie in the same cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are the wiring: only the token moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link between the pools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency + bytes / rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ kept   ✗ crossed out   dotted: thrown away   circle: the big model&apos;s own word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 for this round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for each round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 for these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for one word each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 for this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for each word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1 of the time for the other room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1 of the time for work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1 of the time for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1 of the time for the other chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1 of the time for fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 cores wait for work</source>
        <translation>
            <numerusform>%1 core waits for work</numerusform>
            <numerusform>%1 cores wait for work</numerusform>
        </translation>
    </message>
    <message>
        <source>all waits for work</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 cores wait for the other chips</source>
        <translation>
            <numerusform>%1 core waits for the other chips</numerusform>
            <numerusform>%1 cores wait for the other chips</numerusform>
        </translation>
    </message>
    <message>
        <source>all waits for the other chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 cores wait out fixed latency</source>
        <translation>
            <numerusform>%1 core waits out fixed latency</numerusform>
            <numerusform>%1 cores wait out fixed latency</numerusform>
        </translation>
    </message>
    <message>
        <source>all waits out fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n racks</source>
        <translation>
            <numerusform>one rack</numerusform>
            <numerusform>%n racks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wait</source>
        <comment>readers</comment>
        <translation>
            <numerusform>%1 waits</numerusform>
            <numerusform>%1 wait</numerusform>
        </translation>
    </message>
    <message>
        <source>capacity %1
%2 = weights %3 + KV cache %4 + draft model %6 + free %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity %1
%2 = weights %3 + KV cache %4 + free %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= %1 / %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Door of %1: bytes that pass / time / its peak of %2 by this scenario (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 beside the cores · %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>at every instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on average over the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on average over this phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over this step of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over this operator&apos;s %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the last %1, about a third of a second on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this instant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tape</name>
    <message>
        <source>+%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer up to the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round by round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · ✓ kept  ✗ crossed out  dashed: thrown away  ● the big model&apos;s own word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ kept  ✗ crossed out  ● the big model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the user sees, at true speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at true speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: this is too much to be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: the model does not fit this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1 for another user&apos;s prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all-reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens %1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole answer · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … %2 · %3 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound by arithmetic: flops / (peak × efficiency)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound by the weights: bytes / (bandwidth × share reached)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound by the KV cache: bytes / (bandwidth × share reached)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message between chips: latency + bytes / rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency: nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of it fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on each chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Gflop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Not possible: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This task leaves that as it is. Change something else, or leave the lesson.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowLayout</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lanes on one clock, or one of them (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Race lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let another machine race: this one again, or one of the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a scenario or a model&apos;s config.json to open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hop between chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the other chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving the KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users&apos; prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much to play here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of each token is spent waiting for weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the prefill is spent waiting for weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of each token is spent waiting for the KV cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the prefill is spent waiting for the KV cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of each token is arithmetic: the units are the limit, memory keeps up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the prefill is arithmetic: the units are the limit, memory keeps up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of each token is latency that no bandwidth shortens: launching, synchronizing, filling the pipeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the prefill is latency that no bandwidth shortens: launching, synchronizing, filling the pipeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of each token is spent on messages between chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the prefill is spent on messages between chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of each token is spent waiting while other users&apos; prompts are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the prefill is spent waiting while other users&apos; prompts are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What prefill has written crosses the link before the next word can follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One output token: all the time is prefill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the bandwidth would save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the bandwidth would save %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the bandwidth would cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the bandwidth would cost %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the arithmetic would save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the arithmetic would save %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the arithmetic would cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the arithmetic would cost %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the link rate would save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the link rate would save %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the link rate would cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the link rate would cost %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the capacity would save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the capacity would save %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the capacity would cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the capacity would cost %1 of the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twice the arithmetic %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twice the arithmetic would cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the latencies %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the latencies would cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 run at once, %1 wait: the batch is capped at %3, though memory has room for more.</source>
        <translation>
            <numerusform>%2 run at once, %1 waits: the batch is capped at %3, though memory has room for more.</numerusform>
            <numerusform>%2 run at once, %1 wait: the batch is capped at %3, though memory has room for more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Twice the bandwidth would make a token take %1 longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the bandwidth would end the run %1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the arithmetic would make a token take %1 longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the arithmetic would end the run %1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the capacity would make a token take %1 longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the capacity would end the run %1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the latencies would make a token take %1 longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the latencies would end the run %1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the link rate would make a token take %1 longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the link rate would end the run %1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, because the chips of attention then hold the whole model and read prompts alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, because the batches change: steps are cut into %2 micro-batches instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, because the batches change: on average %2 requests share a step instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, because the batches change: the first word comes earlier and waits longer for its place in a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, because the batches change: requests come at other moments of the steps, and other ones share them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 remains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic remains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latencies remain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages between chips remain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving the KV cache remains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other users&apos; prompts remain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the requests come no faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is one output token: all the time is prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy is taken from the published power of %1: no energy per bit of its %2 is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No energy per bit of %1 of %2 is published: the power between idle and full stands in for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The power of a chip of this machine is not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not fit, so that no token is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further power when busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × 8 bit × %2/bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2/flop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 chips × idle share %3 × %4 / %5 tokens</source>
        <translation>
            <numerusform>%1 × %2 chip × idle share %3 × %4 / %5 tokens</numerusform>
            <numerusform>%1 × %2 chips × idle share %3 × %4 / %5 tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at full power × busy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cut to the published power: × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost: the chips&apos; published price over %1 years at %2 use, electricity at %3 times %4 for cooling. Host, network and people are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost: the chips&apos; published price over %1 years at %2 use, electricity at %3 times %4 for cooling. Host, network and people are not in it. Nor is electricity: the power is not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>few published speeds pin the latency per layer of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processors differ by more than their memory rate tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or two sources pin this accelerator and its software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no published speed pins what this chip reaches; the default of its class is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention and feed-forward run on different chips; no constant is fitted to such pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no published speed pins the fixed costs of this kind of engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how well this vendor&apos;s software runs experts differs from model to model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear and sparse attention rest on few points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights on the host: how an engine overlaps the copies is not modelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a server&apos;s time to first token holds its queue and its network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how the exchange between experts overlaps with arithmetic is not modelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launch times of collectives scatter by a factor of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a product of few tokens in 8 or 4 bits is mostly start-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-bit products of chips that are made for 4 bits are published once, for young kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many drafts were kept is not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts under load: which ones the published prompts reach is not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the publication leaves its conditions open, or reports them as doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights fill most of the memory: how much a server leaves for KV cache decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes follow from the model&apos;s shapes and are exact; how much a server really leaves for KV cache is a setting of that server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No published measurement of energy per token is in the catalog; the band is that of its parts. Host, network and cooling are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host, network and people are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes from the first request to the last word: prefill, and the tail in which few still read, are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bottleneck is the largest share of the time per token: waiting for memory, arithmetic, messages, fixed latency, transfers or other users&apos; prompts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies (replicas, parts that every chip holds, drafter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power of the building over that of the chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens held, in full blocks and copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept for the runtime, on each chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache of one user on a chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the rest for KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room for KV cache on a chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of the published power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building over chips (PUE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost of a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kWh for a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes each, on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>million tokens written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache at its peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes through memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of them in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV bytes of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes between chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bit between chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of all chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of it in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a flop in 16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups of chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power of a chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of a kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further share (products too small, attention, engine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic alone, all of it hidden behind memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share that arithmetic does not hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share that memory does not hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights unpacked in a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link rate, small messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights read for a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency of a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of large products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency of a pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start of an all-reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>software of this chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what-if on latencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many small matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixture of experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate for KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine, per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate for experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafting passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expert weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine on HBM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expert bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of its server before a prompt is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers with latent attention, times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine&apos;s share of the memory rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations to unpack a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of it in large products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine&apos;s share for KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers with experts, times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine&apos;s share in prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine&apos;s share on HBM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for other users&apos; prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until the first word is out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps of others in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s own time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s of all users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of all answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s of one user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of TPOT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPOT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits of a weight, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the memory rate in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of it that %1 reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a weight unpacked on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency of a layer, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency of a step, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, per sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, launching a layer for prompts, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of it for large messages, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start of an all-reduce, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and per further chip, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency of a message, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chips, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bit from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s shapes and the scenario&apos;s KV bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time per output token (TPOT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time to first token (TTFT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s, one user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s, all users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users that fit at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no request: the trace of this scenario was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run would take more than 104 days, which is as far as the clock goes. Fewer requests or tokens, a smaller model or a faster machine would do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights fit, but the KV cache of one request does not: it needs %1 on each chip and %2 are left. Fewer tokens, more chips or 8-bit KV cache would fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights fit, but the KV cache of one request does not: it needs %1 on each chip and %2 are left in the pool for prompts. Fewer tokens, more chips or 8-bit KV cache would fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has another model etched into its silicon (%2). %3 needs a new chip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its weights etched at 3 and 6 bits. Weights in %2 need a new chip; choose format hc1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no published link to a second chip. Use one chip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 needs %3 on each of %4 × %5, which has %6 free for weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %1 chips or fewer bits per weight would do.</source>
        <translation>
            <numerusform>About %1 chips or fewer bits per weight would do.</numerusform>
            <numerusform>About %1 chips or fewer bits per weight would do.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests turned away: the KV cache of the first of them does not fit, it needs %3 on each chip and %4 are left. Fewer tokens, more chips or 8-bit KV cache would fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 requests turned away: the KV cache of the first of them does not fit, it needs %3 on each chip and %4 are left in the pool for prompts. Fewer tokens, more chips or 8-bit KV cache would fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 requests would need more than the model&apos;s context of %3 tokens and are cut to it.</source>
        <translation>
            <numerusform>%2 of %1 request would need more than the model&apos;s context of %3 tokens and are cut to it.</numerusform>
            <numerusform>%2 of %1 requests would need more than the model&apos;s context of %3 tokens and are cut to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests of the trace had no prompt or no answer, as failed ones have, and are left out.</source>
        <translation>
            <numerusform>%1 request of the trace had no prompt or no answer, as failed ones have, and are left out.</numerusform>
            <numerusform>%1 requests of the trace had no prompt or no answer, as failed ones have, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines of the trace stood behind a later request; all are played in order of time.</source>
        <translation>
            <numerusform>%1 line of the trace stood behind a later request; all are played in order of time.</numerusform>
            <numerusform>%1 lines of the trace stood behind a later request; all are played in order of time.</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts of the trace that begin alike are computed in full each time: a cache of shared prefixes is not simulated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of %1 prefill and one of %2 decode replicas is shown, with the requests of that decode replica. Totals count all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of %1 replicas is shown; each serves its share of the requests. Totals count all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool for prompts takes them whole: nobody reads there who would wait for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds the whole model and works on prompts alone; %2 joins in for every word of the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that do not fit %1 are fetched from %2 for every token. An engine that lets the host processor compute those layers may be faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 micro-batches take turns on the two pools. The picture follows one of them; its wait for the others counts as fixed time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speculation loses time here: drafts take %1 and checking %2 tokens takes %3, for %4 tokens an answer on average: %5 a token. A step without speculation takes %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speculation loses time here: drafts take %1 and checking %2 tokens for each of %7 answers takes %3, for %4 tokens an answer on average: %5 a token. A step without speculation takes %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: published are its speed for one user, its power and its die. Inferred are a pipeline with one stage a layer, which takes one token at a time, and its room for KV cache: what that speed was shown with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the fixed latency per layer decides here, and it is inferred from few published speeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the metric is not one that the model computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog has no chip &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog has no number format &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog has no model &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of chips is not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 100,000 chips work as one machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pipeline has more stages than the model has layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than a million users at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the KV cache of one request does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model gives no figure for these conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 chips</source>
        <translation>
            <numerusform>%1 chip</numerusform>
            <numerusform>%1 chips</numerusform>
        </translation>
    </message>
    <message>
        <source>just the %1 that there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no effect: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at best %1, with %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any: a thousandth of it would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any: a thousand times as long would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none in this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these chips are not linked to more of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinite bandwidth gives %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinite bandwidth is not enough: it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinitely fast arithmetic gives %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinitely fast arithmetic is not enough: it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinite capacity gives %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinite capacity is not enough: it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency of zero gives %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency of zero is not enough: it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An infinitely fast link gives %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An infinitely fast link is not enough: it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any number of chips gives %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any number of chips is not enough: it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in a pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts spread over the chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts not spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention apart from feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one kind of chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1&#x2009;chips</source>
        <translation>
            <numerusform>%1&#x2009;chip</numerusform>
            <numerusform>%1&#x2009;chips</numerusform>
        </translation>
    </message>
    <message>
        <source>as many users as fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1&#x2009;users</source>
        <translation>
            <numerusform>%1&#x2009;user</numerusform>
            <numerusform>%1&#x2009;users</numerusform>
        </translation>
    </message>
    <message>
        <source>%1&#x2009;tokens of context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest published measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2: measured %3, predicted %4, measured over predicted %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the validated range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time per output token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s, one user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s, all users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights / KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of 1M tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (typical %2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (typical %2 to %3, ideal %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights, %2 KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the validated range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where one token&apos;s time goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what it takes for %2, now %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typical %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ideal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>fitted to %1 groups of measurements (%2 before)</source>
        <translation>
            <numerusform>fitted to %1 group of measurements (%2 before)</numerusform>
            <numerusform>fitted to %1 groups of measurements (%2 before)</numerusform>
        </translation>
    </message>
    <message>
        <source>Outside the validated range. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of this chip are etched at 3 and 6 bits; another format needs a new chip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a chip with its model etched into the silicon has this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines that split attention from feed-forward are computed for one user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafting is not computed for machines that split attention from feed-forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chip has one model etched into its silicon; there is no room for a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No smaller model of the catalog shares this model&apos;s vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention and feed-forward already have rooms of their own here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine runs copies of the model side by side. Choose the hardware anew to make it one copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed part of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the catalog&apos;s files beside the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a catalog of this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it another id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names &quot;%1&quot;, which the catalog does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add it or mend the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the source &quot;%1&quot;, which sources.json does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the constant &quot;%1&quot;, which the catalog does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run memwall --check-model --fit anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give an id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the id of a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the id of a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the list of entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no memory level of this chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give at least the one where weights live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the memory levels, far to near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the level where weights live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give what kind of machine it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the fixed time of a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is 0, and so is per_step_s: a step would take no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the fixed time of a layer or of a step in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give groups of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the kind of layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give how many layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of one head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the number of a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count the groups from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>names group %1 %2 times, it has %3 layers</source>
        <translation>
            <numerusform>names group %1 %2 times, it has %3 layer</numerusform>
            <numerusform>names group %1 %2 times, it has %3 layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>groups have %1 layers, the model %2</source>
        <translation>
            <numerusform>groups have %1 layer, the model %2</numerusform>
            <numerusform>groups have %1 layers, the model %2</numerusform>
        </translation>
    </message>
    <message>
        <source>make them agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>has %1 groups of layers</source>
        <translation>
            <numerusform>has %1 group of layers</numerusform>
            <numerusform>has %1 groups of layers</numerusform>
        </translation>
    </message>
    <message>
        <source>give at most %1, each with its count of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 has neither attention nor feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks the shape of its state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give heads and head_dim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give k_heads, v_heads, k_head_dim and v_head_dim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give heads, head_dim, state_dim and groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie between 1 and the number of experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give experts and active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the contents of a config.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 0 to 1000000000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy it from the model&apos;s config.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>has %1 entries for %2 layers</source>
        <translation>
            <numerusform>has %1 entry for %2 layers</numerusform>
            <numerusform>has %1 entries for %2 layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has %1 letters for %2 layers</source>
        <translation>
            <numerusform>has %1 letter for %2 layers</numerusform>
            <numerusform>has %1 letters for %2 layers</numerusform>
        </translation>
    </message>
    <message>
        <source>give one for each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives no model: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of query heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of key heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of value heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of a key head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of a value head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of Mamba heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of a Mamba head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the size of the state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of the latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of a key without RoPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of a key with RoPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the indexer&apos;s heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of the indexer&apos;s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of dense layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of the feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of the dense part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the width of one expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the number of active experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a name for the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the published figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a list of measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first line names the columns: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column %1; the line begins with &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the columns in the first line, separated by commas: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these columns are those of the format &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines are the format &quot;mooncake&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a quote that is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close it, or leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins the requests of another system, &quot;%1&quot; after &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the lines of one system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JSON object: &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write {&quot;timestamp&quot;: 0, &quot;input_length&quot;: 6758, &quot;output_length&quot;: 500}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a time like 2023-11-16 18:15:46.6805900</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write milliseconds from the start, 0 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write seconds from the start, 0 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a whole number of tokens, 1 to 10000000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is beyond the %1 requests of one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the part that you need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write one line for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no request from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no request from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no request from %1 that had a prompt and an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no request from %1 to %2 that had a prompt and an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its last request comes at %1; set start_s and duration_s to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>has %1 requests in this window</source>
        <translation>
            <numerusform>has %1 request in this window</numerusform>
            <numerusform>has %1 requests in this window</numerusform>
        </translation>
    </message>
    <message>
        <source>set a shorter duration_s: %1 are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends its last request after %1 of simulated time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set a shorter duration_s or a larger speedup: %1 are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>prompts in parts of %3 tokens would need about %1 of memory to be played; a run may take %2 here</source>
        <translation>
            <numerusform>prompts in parts of %3 token would need about %1 of memory to be played; a run may take %2 here</numerusform>
            <numerusform>prompts in parts of %3 tokens would need about %1 of memory to be played; a run may take %2 here</numerusform>
        </translation>
    </message>
    <message>
        <source>parts of %1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%3 requests would need about %1 of memory to be played; a run may take %2 here</source>
        <translation>
            <numerusform>%3 request would need about %1 of memory to be played; a run may take %2 here</numerusform>
            <numerusform>%3 requests would need about %1 of memory to be played; a run may take %2 here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %3 requests of this trace would need about %1 of memory to be played; a run may take %2 here</source>
        <translation>
            <numerusform>the %3 request of this trace would need about %1 of memory to be played; a run may take %2 here</numerusform>
            <numerusform>the %3 requests of this trace would need about %1 of memory to be played; a run may take %2 here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%3 extra requests would need about %1 of memory to be played; a run may take %2 here</source>
        <translation>
            <numerusform>%3 extra request would need about %1 of memory to be played; a run may take %2 here</numerusform>
            <numerusform>%3 extra requests would need about %1 of memory to be played; a run may take %2 here</numerusform>
        </translation>
    </message>
    <message>
        <source>answers this long, step by step, would need about %1 of memory to be played; a run may take %2 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>answers of at most %1 hundredths of that length</source>
        <translation>
            <numerusform>answers of at most %1 hundredth of that length</numerusform>
            <numerusform>answers of at most %1 hundredths of that length</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %1 more mistakes</source>
        <translation>
            <numerusform>and %1 more mistake</numerusform>
            <numerusform>and %1 more mistakes</numerusform>
        </translation>
    </message>
    <message>
        <source>mend those above first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object, is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write { … }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list, is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write [ … ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number, is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a number without quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1, out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number, is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save or type it as UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be text, is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false, is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write true or false without quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known here are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than the %1 MiB that are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that is read here is that long; is it the right file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 levels of brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that is read here is nested that deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; stands here a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers go to 1.8e308</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no comments; remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check quotes, commas and brackets up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JSON pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin it with /, e.g. /workload/users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no JSON pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin it with /, e.g. &quot;/workload/users&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads more than %1 levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes through a plain value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shorten the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no place in a list of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count from 0, or write - to append</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog folder %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give its path from the folder of the scenario, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the name and the rights of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the previous version cannot be kept; save elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this keeps the previous version; nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is open is as it was; save it elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what was read back is not what was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the previous version stands there again; save to another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save to another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no longer kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the scenario that it was made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no model&apos;s config.json: model_type and hidden_size are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the config.json that lies beside a model&apos;s weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the version: 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program reads version 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give what the users do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the machines, 1 to 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>has %1 systems</source>
        <translation>
            <numerusform>has %1 system</numerusform>
            <numerusform>has %1 systems</numerusform>
        </translation>
    </message>
    <message>
        <source>give 1 to 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give lognormal or uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the 90th percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is below the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a 90th percentile of at least the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the smallest number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the largest number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is below min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchange the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give {&quot;file&quot;: &quot;requests.csv&quot;, &quot;format&quot;: &quot;memwall&quot;}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the path of the trace, relative to the scenario&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the path of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give azure, burstgpt, mooncake or memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a catalog id or an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write an id in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown %1 &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown id &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown number format &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown engine &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a catalog id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a list with at least one pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give at least one pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 16, 8, 4 or a format name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known formats: memwall --list formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 16, 8 or 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 16, 8 or 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the chance that the draft at this position is kept when all before it were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a number, or one for each position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the small model that drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a list of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give at least one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the answers to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give at least two answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 chips cannot be tensor parallel %2, expert parallel %3, pipeline parallel %4 with %5 replicas: that takes %6 chips</source>
        <translation>
            <numerusform>%1 chip cannot be tensor parallel %2, expert parallel %3, pipeline parallel %4 with %5 replicas: that takes %6 chips</numerusform>
            <numerusform>%1 chips cannot be tensor parallel %2, expert parallel %3, pipeline parallel %4 with %5 replicas: that takes %6 chips</numerusform>
        </translation>
    </message>
    <message>
        <source>set tensor_parallel to %1 or chips to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set chips to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more stages than the model has layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no experts to spread over chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an attention pool has no experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use tensor_parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts on %1 chips do not go with attention on groups of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a multiple of tensor_parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these roles do not make a system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use one pool &quot;both&quot;, or &quot;prefill&quot; and &quot;decode&quot;, or &quot;attention&quot; and &quot;ffn&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no chip of this system runs the &quot;native&quot; engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out or use &quot;graphs&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no software engine drives these chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out or use &quot;native&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prompt and %2 output tokens are more than the %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>use at most %1 prompt tokens</source>
        <translation>
            <numerusform>use at most %1 prompt token</numerusform>
            <numerusform>use at most %1 prompt tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has %2 words, %3 has %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draft model shares the vocabulary of the model it drafts for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention and feed-forward pools work in pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give both the same number of replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pipeline inside attention and feed-forward pools is not simulated by this version of Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speculation across attention and feed-forward pools is not simulated by this version of Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speculation without a KV cache is not simulated by this version of Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separate pools without a KV cache between them is not simulated by this version of Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefill in chunks without a KV cache is not simulated by this version of Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out or write true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 points are covered; %3 % of those lie inside their own band.</source>
        <translation>
            <numerusform>%1 of %2 point is covered; %3 % of those lie inside their own band.</numerusform>
            <numerusform>%1 of %2 points are covered; %3 % of those lie inside their own band.</numerusform>
        </translation>
    </message>
    <message>
        <source>Errors are |predicted / measured - 1|: the median of a group&apos;s points, then the median and the 90th percentile over groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off by more than a factor of two without a warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more gaps follow; %1 rows are the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page on writing lessons says how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing here is called &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long for an expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no expression: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a { without its }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lesson has %1 to %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no step asks a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no step shows where a trick fails (&quot;edge&quot;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no step is a task with goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a title has 1 to %1 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence has more than 20 words: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an exclamation mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a figure that is not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that plays is called &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run has no such thing: &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plays longer than 60 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 answers are right, not one</source>
        <translation>
            <numerusform>%1 answer is right, not one</numerusform>
            <numerusform>%1 answers are right, not one</numerusform>
        </translation>
    </message>
    <message>
        <source>another answer would be right if %1, which is %2, were 5 % off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody can guess %1: from and to leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how near a guess must be is not said: &quot;within&quot; or &quot;off_by&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the goal is reached before anybody begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not reach the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sets %1, which the step does not unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a list of results, such as systems[0].speculation.cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give an expression that is true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number needs its rule, and from and to of what can be guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a list of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be the number of a claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write whole numbers, such as 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be the first and the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write two whole numbers from 1 on, such as [1, 4]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the name under which it is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::ChartsWindow</name>
    <message>
        <source>The charts are not complete: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::ClaimsWindow</name>
    <message>
        <source>Popular claims, tested — Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what is true of each…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each verdict is computed now, from the catalog&apos;s figures. ✓ holds · ◐ holds if · ✗ does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the scenario that shows it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::ComputingSign</name>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not computed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::Document</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the original</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::Explainer</name>
    <message>
        <source>%1 more (Ctrl+Shift+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: typically %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::ExportController</name>
    <message>
        <source>Whole window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the movie…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The movie is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The movie was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handout is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace for Perfetto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chrome traces (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace is in %1. Open it at ui.perfetto.dev or in chrome://tracing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::LessonController</name>
    <message>
        <source>That was the cast. Lesson 1 takes eight minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::ListController</name>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT SAVED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::MainWindow</name>
    <message>
        <source>%1 was not opened again: the program ended while it was being computed. It is among the recent files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a scenario here to let its first system race
(on the bar above: to open it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a scenario or a model&apos;s config.json to open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::MeasureDialog</name>
    <message>
        <source>Measure this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a model on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::MovieDialog</name>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the window, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF, plays everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4, smaller and smoother</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times s&amp;lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pictures per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures, %2 on screen: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::NotesWindow</name>
    <message>
        <source>Speaker&apos;s notes — Memwall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   since the start %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::OpenController</name>
    <message>
        <source>%1 cannot be opened. What was open stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set model to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face configs (config.json *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with your changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes of %1 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file itself is another since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (config.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::PanelController</name>
    <message>
        <source>+ Race lane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::PanelHandle</name>
    <message>
        <source>Hide: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::PictureDialog</name>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, vectors for drawing programs and the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, vectors for print and LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp at any size; text stays text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::PlaybackController</name>
    <message>
        <source>Not taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::PresentController</name>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::ProblemDialog</name>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::RaceController</name>
    <message>
        <source>Lane %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four lanes are what one race can hold. Remove one first: its ✕, or Del on the lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add lane %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” races too. The bar above changes it; the other lanes stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of “%2” races too, with the workload of this scenario: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened. The race stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memwall scenarios (*.memwall.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove lane %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap lanes %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::SaveController</name>
    <message>
        <source>The changes are not kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes of “%1” cannot be kept: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the list, under “Not saved”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved; they are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed on the disk meanwhile. Open it to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the original again. Undo brings your changes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed on the disk since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the file as it is now. Undo brings back what was here before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memwall scenarios (*.memwall.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a model&apos;s config.json now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::TargetController</name>
    <message>
        <source>Use %1 chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::ToolsController</name>
    <message>
        <source>“This computer” is now among the chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lasts until the program ends: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model of the catalog fits into this computer&apos;s memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::TrustWindows</name>
    <message>
        <source>The published measurements cannot be shown. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted against measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurements are being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::app::Views</name>
    <message>
        <source>Not taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show widths at true scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show widths on a log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth × %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::BandStrip</name>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ideal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::BottleneckCard</name>
    <message>
        <source>Bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would it take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much more of each resource reaches a target (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the validated range. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck · the prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck · the transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck · a mean token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::BreakdownCard</name>
    <message>
        <source>Where one token’s time goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum %1 · model error ±%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 of a token
= %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of weights / rate of their door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of KV cache / rate of its door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flop / rate of arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages × (latency + bytes / rate of the link)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launches and other fixed times, added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of the drafting passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of KV cache / rate between the pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others&apos; prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time between an answer&apos;s own steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::Chart</name>
    <message>
        <source>This system does not fit its memory, so that there is nothing to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is simulated yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ChartActions</name>
    <message>
        <source>&amp;Copy picture and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;values as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ChartsView</name>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ChoicePopup</name>
    <message>
        <source>Exact number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to search; arrows move, Enter chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chips</source>
        <translation>
            <numerusform>%n chip</numerusform>
            <numerusform>%n chips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use %n of this chip</source>
        <translation>
            <numerusform>Use %n of this chip</numerusform>
            <numerusform>Use %n of this chip</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>memwall::ui::ChoiceRow</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::EnergyChart</name>
    <message>
        <source>Energy of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3, %4 of %5 a token
= %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a token, typically %2 to %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy per token = (bytes × energy per bit at each memory + bits between chips + flop × energy per flop + idle power × time) / tokens. Host and cooling are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy of one token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ExplainCard</name>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::FigureLabel</name>
    <message>
        <source>Press Return to see where this number comes from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::FiguresCard</name>
    <message>
        <source>How fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per token (TPOT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token (TTFT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s, one user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s, all users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, mean time between two tokens of one user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from the question to the first word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / time per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all answers&apos; tokens over the whole run, prefill included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published power of the chips, idle share included, over all tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the power of a chip of this machine is not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published price of the chips over their life, and their electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights read by all chips, a shared trip divided by the tokens it wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typical %1 to %2 · ideal %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band: one-sigma errors of memory rate, arithmetic, links and fixed costs. Ideal: peak rates, no fixed costs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::FindBar</name>
    <message>
        <source>all-reduce, layer 12, token 37 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::GapsChart</name>
    <message>
        <source>Gaps between words, user by user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer of this run has a second token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap before a token (ITL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of all gaps are at most %1, 99 of 100 at most %2, the longest is %3. Shaded: prompts are worked on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap = time of a token − time of the one before it, of the same user. A line is a user; where others&apos; prompts go first, it rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest of these: %1, user %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest: %1, user %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User %1 (prompt of %2 tokens), token %3 of %4: %5 after the one before
= written at %6&#x2009;s − %7&#x2009;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 users.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::GuessRuler</name>
    <message>
        <source>Your guess, in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your guess: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the answer: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click where you think it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which is right; the answer: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: %1 ✓</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::InsightColumn</name>
    <message>
        <source>What holds the machine back, how fast it is, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide this card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::KvCard</name>
    <message>
        <source>KV cache over the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache in bytes over the time of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache of all chips from the first prompt to the last word
= tokens of all answers so far × bytes of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::LaneWidget</name>
    <message>
        <source>Drag it onto another lane to swap them. Enter or a double click: this lane in Explore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this lane in Explore (Alt+%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this lane from the race (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s for each user, %2 per token, on average over the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s = 1 / time per token; Enter opens this lane in Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 tokens/s for each user, held back by %3. %4, %5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::LatencyChart</name>
    <message>
        <source>Latency against throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch size writes answers of several tokens here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out, one batch size after the other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>throughput: tokens/s of all users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency: time per token (TPOT) of one user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every point is the scenario played with another batch. Throughput = tokens of all answers / length of the run; time per token = mean gap between two tokens of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no more fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point: so many users at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point: so many requests may share a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 users</source>
        <translation>
            <numerusform>%1 user</numerusform>
            <numerusform>%1 users</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 in a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1 tokens/s of all users at %2 a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More points are being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 in a step on average): %3 a token, %4 tokens/s of all users, first token after %5; more do not share a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 in a step on average): %3 a token, %4 tokens/s of all users, first token after %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One user gets 1 / %1 = %2 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::LessonCard</name>
    <message>
        <source>This is where a trick fails, or the model ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson; the picture stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before (Page up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on (Page down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::LessonHeader</name>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::MemoryChart</name>
    <message>
        <source>Memory in use over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this run lies in a memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use = weights + KV cache (tokens of all answers so far × bytes of a token), of all chips of a pool. The dashed line is what they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights and KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: at most %2 of %3 in use (%4), %5 of it KV cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: at most %2 in use, %3 of it KV cache; its capacity is not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2: %3 weights + %4 KV cache = %5 in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2 = %3 free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::NumberField</name>
    <message>
        <source>Type a number: Return takes it, Escape leaves it as it was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::NumberPopup</name>
    <message>
        <source>Drag: each step to the right multiplies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::OperatorsChart</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roofline of the present step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No roofline: the arithmetic rate or the bandwidth of this chip is not published, or its weights are read in place, so that there is no door to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic intensity: flop per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flop/s of one chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roof = min(peak flop/s, intensity × peak bandwidth). A dot: flop / bytes through that door, flop / time; its size is its share of the step. Marks: ■ weights, ● KV cache or fixed time, ▲ arithmetic decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory roof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic roof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ridge: %2 flop/byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prefill step of %1, %2 long: %3 takes %4 of it, and what decides is %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transfer step of %1, %2 long: %3 takes %4 of it, and what decides is %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decode step of %1, %2 long: %3 takes %4 of it, and what decides is %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on one %2: %3 flop / %4 = %5 flop per byte; %3 flop / %6 = %7, %8 of the peak
What decides its time: %9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 of them)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::OriginView</name>
    <message>
        <source>&amp;Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted against &amp;measured…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula, measurements and inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not fit its memory, so that it has no figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::RaceTable</name>
    <message>
        <source>Differences between the lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token (TTFT), mean of all requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time per output token (TPOT), mean of all requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a second that one user sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a second of all users together, prompts included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published power of the chips over all tokens; —: not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of the chips over their life, and their electricity; —: no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the last answer is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s of one user, against the first lane that answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a token waits for most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time between two words of one answer, over all answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::RaceWidget</name>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race · %1 machines, one question, one clock, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lanes have this scenario&apos;s workload: %1. The answer shown is the first user&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every bar: %1 tokens, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one block = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>openings on a log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>openings at true scale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::RooflineCard</name>
    <message>
        <source>Roofline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roofline: flop per second over arithmetic intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic intensity, flop per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No roofline: the arithmetic rate or the bandwidth of this chip is not published, or its weights are read in place, so that there is no door to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefill roof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory roof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefill chip %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ridge %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 flop/byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 flop per byte, %3 of the %4 that one chip can do (flops done / time)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::SavingsChart</name>
    <message>
        <source>What twice of each would save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 instead of %3, %4
= time with it / time now − 1; the system is played again with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the %1 a token. Twice of everything would save half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the %1 to the first token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving = 1 − time with twice the resource / time now. Latencies are halved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the time that is saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ScatterPlot</name>
    <message>
        <source>Predicted over measured values of all published points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured, in each figure&apos;s own unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted = measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a factor of two off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest to the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2
%3
predicted %4, measured %5 (%6%7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted against measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the validated range: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ScatterView</name>
    <message>
        <source>Filled: inside the validated range. Hollow: outside it, said beforehand. Rings: nearest to the scenario on screen. Wheel and drag zoom and move, a double click goes back; the right button copies and saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No point of this quantity, machine and source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points in %2 series · error: median %3, 90th percentile %4 · %5 inside their own band</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ScenarioBar</name>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is simulated: hardware, model, workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set model to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set weights to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set hardware to %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set users to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set prompt to %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set output to %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set batch to at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set rate to %1 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn speculative decoding on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn speculative decoding off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate prefill from decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put prefill and decode together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::ScenarioList</name>
    <message>
        <source>No file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
This file is gone: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario: click it, or move with the arrows and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed, not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::SensitivityBars</name>
    <message>
        <source>What twice of each resource would buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 per token, %3 to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>½ latencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= time with it / time now − 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::SettingsPopup</name>
    <message>
        <source>Settings of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disaggregated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set weights to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate prefill from decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put prefill and decode together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run at once at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set batch to at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speculative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn speculative decoding on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn speculative decoding off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set users to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set requests to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set rate to %1 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set prompt to %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set output to %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::StageWidget</name>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it: what would another bandwidth do? A double click: as published.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::TapeWidget</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::TargetPopup</name>
    <message>
        <source>Bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would it take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row changes one resource of every pool; all else stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the target is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the scenario so; undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: %1&#x2009;tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s, one user, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time per token, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s, all users, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::TimeChart</name>
    <message>
        <source>Where one token’s time goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of this run have one token only: there is no time between two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4 a token
= %5, over all steps of an answer / its tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a token. Every operator’s time goes to what it waited for; the bars add up to the whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time per token = sum of the bars. An operator takes as long as the slowest of its bytes, its arithmetic and its messages, and its fixed latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of one token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::TimelineWidget</name>
    <message numerus="yes">
        <source>%1 hits: Return goes to the next</source>
        <translation>
            <numerusform>%1 hit: Return goes there</numerusform>
            <numerusform>%1 hits: Return goes to the next</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to %1 around the playhead. Wheel zooms at the pointer, W and S in and out, A and D move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::TransportBar</name>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start (Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back (←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one step moves over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From true speed to a million times slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another time scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds here for one second there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memwall::ui::format</name>
    <message>
        <source>%1illion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#x2009;million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1&#x2009;s here = %1 there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
