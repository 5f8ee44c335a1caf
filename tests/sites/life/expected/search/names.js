metodbank.take("names","48a7b747","reading-pairs")
