# olkEnter: one call into the vendor's code, as quick as it can be, with nothing of it left behind but its answer.
#
#   uint64_t olkEnter(uint64_t first, uint64_t second, uint64_t third, void *target, uint64_t *thrown)
#
# An exception that leaves the callee ends the call: `*thrown` then holds what enter.h says, and enter.c which ones do.
# All nonvolatile registers of the common kind, the stack pointer and the direction flag are put right whatever the callee
# has done to them, and nobody is told of it: that is what OlkCall is for (call.S), which also explains the slot. It is not
# to be called within a call of OlkCall, whose slot it would wipe out.
#
#   void olkAround(void (*work)(void *), void *context)
#
# Does the work, and puts right what olkEnter does not: xmm6 to xmm15 and the control words. The code between the two must
# not use floating point (Makefile).
    .intel_syntax noprefix

    .set FRAME, 0x28        # with eight pushes and the return address a multiple of 16
    .set THROWN, FRAME + 9 * 8 + 0x20   # the fifth argument
    .set TLS_SLOTS, 0x1480

    .text
    .globl olkEnter
    .def olkEnter; .scl 2; .type 32; .endef
    .seh_proc olkEnter
olkEnter:
    .irp register, rbp,rbx,rsi,rdi,r12,r13,r14,r15
    push \register
    .seh_pushreg \register
    .endr
    sub rsp, FRAME
    .seh_stackalloc FRAME
    .seh_endprologue

    mov eax, [rip + olkStackSlot]
    mov gs:[rax * 8 + TLS_SLOTS], rsp
    call r9
    mov r11d, [rip + olkStackSlot]
    mov rsp, gs:[r11 * 8 + TLS_SLOTS]
    cld
leave:
    mov qword ptr gs:[r11 * 8 + TLS_SLOTS], 0
    add rsp, FRAME
    .irp register, r15,r14,r13,r12,rdi,rsi,rbx,rbp
    pop \register
    .endr
    ret

    # Where olkCatch has the stack unwound to, with what is to be told in rax.
    .globl olkCaught
olkCaught:
    cld
    mov rdx, [rsp + THROWN]
    mov [rdx], rax
    mov r11d, [rip + olkStackSlot]
    jmp leave
    .seh_handler olkCatch, @except
    .seh_endproc

    .macro save_xmm n
    movaps [rsp + 0x30 + 16 * (\n - 6)], xmm\n
    .seh_savexmm xmm\n, 0x30 + 16 * (\n - 6)
    .endm

    .globl olkAround
    .def olkAround; .scl 2; .type 32; .endef
    .seh_proc olkAround
olkAround:
    sub rsp, 0xd8
    .seh_stackalloc 0xd8
    .irp n, 6,7,8,9,10,11,12,13,14,15
    save_xmm \n
    .endr
    .seh_endprologue
    stmxcsr [rsp + 0x20]
    fnstcw [rsp + 0x24]
    mov rax, rcx
    mov rcx, rdx
    call rax
    ldmxcsr [rsp + 0x20]
    fnclex
    fldcw [rsp + 0x24]
    .irp n, 6,7,8,9,10,11,12,13,14,15
    movaps xmm\n, [rsp + 0x30 + 16 * (\n - 6)]
    .endr
    add rsp, 0xd8
    ret
    .seh_endproc
