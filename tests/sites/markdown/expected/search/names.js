metodbank.take("names","d9875f2a",["marks",{}])
