metodbankSearch([["Все знаки","practices/marks.html","Каждая конструкция Markdown один раз.","markdown все знак кажд конструкц наставничеств один раз школ"]])
